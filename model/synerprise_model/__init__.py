"""The model: a prompt in Bangla or Banglish becomes candidate Python programs."""
