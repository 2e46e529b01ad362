//! Text out: CSV with every text field quoted and formulas neutralised (security.md 3.3).
