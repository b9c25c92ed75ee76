"""The editors' door: comments in Bangla or Banglish become code actions."""
