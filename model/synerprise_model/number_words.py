"""Numbers written as words, in both scripts and in English."""

_WORDS = """
0 শূন্য shunno sunno zero
1 এক ek one
2 দুই দুটি দুইটি দুটো দুইটা dui duita duti duto two
3 তিন তিনটি তিনটা tin tinta tinti three
4 চার চারটি চারটা char charta charti four
5 পাঁচ পাঁচটি পাঁচটা pach panch pachta five
6 ছয় ছয়টি choy chhoy soy six
7 সাত সাতটি sat saat shat seven
8 আট আটটি at aat eight
9 নয় নয়টি noy nine
10 দশ দশটি দশটা dosh dos doshta ten
11 এগারো এগার egaro eleven
12 বারো বার baro twelve
13 তেরো tero thirteen
14 চৌদ্দ choddo fourteen
15 পনেরো পনের ponero fifteen
16 ষোলো ষোল sholo solo sixteen
17 সতেরো shotero sotero seventeen
18 আঠারো atharo eighteen
19 উনিশ unish nineteen
20 বিশ কুড়ি bish bis kuri twenty
25 পঁচিশ pochish ponchish
30 ত্রিশ তিরিশ trish tirish thirty
40 চল্লিশ chollish forty
50 পঞ্চাশ ponchash fifty
60 ষাট shat sixty
70 সত্তর shottor seventy
75 পঁচাত্তর pochattor
80 আশি ashi eighty
90 নব্বই nobboi ninety
100 একশ একশো শত eksho eksh hundred
200 দুইশ দুইশো duisho
500 পাঁচশ পাঁচশো pachsho
1000 হাজার hajar hazar thousand
100000 লাখ লক্ষ lakh
10000000 কোটি koti
"""
_AMBIGUOUS = {"নয়", "at", "bar", "বার", "solo", "shat", "dos", "soy", "noy", "baro"}
NUMBER_WORDS: dict[str, int] = {
    word: int(line.split()[0])
    for line in reversed(_WORDS.strip().split("\n"))
    for word in line.split()[1:]
    if word not in _AMBIGUOUS
}
"""Words in normal form and what they count. Words that more often mean something else are left out
(বার is "times", at is English)."""
