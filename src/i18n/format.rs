//! Numbers, money, percentages and dates as a language writes them; nothing else formats them.
//!
//! A real minus sign; a no-break space after the Dutch euro sign, as `Intl` does, so that lines do not
//! break inside an amount.

use abc_core::date::Date;
use abc_core::money::Cents;

use super::Locale;

/// The no-break space.
const NBSP: char = '\u{a0}';
/// The real minus sign.
const MINUS: char = '\u{2212}';

/// Rounded to `places`, a half away from zero; what `{:.0}` makes of 62.5 is 62.
fn half_up(value: f64, places: usize) -> f64 {
    let scale = 10_f64.powi(i32::try_from(places).unwrap_or(0));
    (value * scale).round() / scale
}

/// Parts in whole numbers that add up to their whole, rounded. The first is rounded as it is where it stands
/// alone; the others take what is left, those that lose most by it first.
pub fn whole_parts(parts: [f64; 3]) -> [f64; 3] {
    let [first, second, third] = parts;
    let whole = half_up(parts.iter().sum(), 0);
    let first = half_up(first, 0);
    let (mut b, mut c) = (second.floor(), third.floor());
    let left = whole - first - b - c;
    let is_b_first = second - b >= third - c;
    if left > 1.5 {
        b += 1.0;
        c += 1.0;
    } else if left > 0.5 {
        *(if is_b_first { &mut b } else { &mut c }) += 1.0;
    } else if left < -0.5 {
        *(if is_b_first { &mut c } else { &mut b }) -= 1.0;
    }
    [first, b, c]
}

/// The number habits of one language.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    locale: Locale,
}

impl Format {
    pub(super) const fn new(locale: Locale) -> Self {
        Self { locale }
    }

    fn decimal(self) -> char {
        match self.locale {
            Locale::Nl => ',',
            Locale::En => '.',
        }
    }

    fn group(self) -> char {
        match self.locale {
            Locale::Nl => '.',
            Locale::En => ',',
        }
    }

    fn grouped(self, digits: &str) -> String {
        let n = digits.len();
        let mut out = String::with_capacity(n + n / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (n - i).is_multiple_of(3) {
                out.push(self.group());
            }
            out.push(digit);
        }
        out
    }

    fn euro(self, number: &str) -> String {
        match self.locale {
            Locale::Nl => format!("€{NBSP}{number}"),
            // The sign of the number stands before that of the currency.
            Locale::En => match number.strip_prefix(MINUS) {
                Some(number) => format!("{MINUS}€{number}"),
                None => format!("€{number}"),
            },
        }
    }

    /// A whole number: `1.234`.
    pub fn count(self, n: impl TryInto<i64>) -> String {
        let n: i64 = n.try_into().unwrap_or(i64::MAX);
        let digits = self.grouped(&n.unsigned_abs().to_string());
        if n < 0 {
            format!("{MINUS}{digits}")
        } else {
            digits
        }
    }

    /// A margin: of a loss of more than ten times the revenue only that.
    pub fn margin(self, share: f64) -> String {
        const LEAST: f64 = -9.99;
        if share < LEAST {
            format!("<\u{a0}{}", self.percent(LEAST))
        } else {
            self.percent(share)
        }
    }

    /// A number with `places` decimals, a half rounded up as people do: `12,5`.
    pub fn decimals(self, value: f64, places: usize) -> String {
        let text = format!("{:.places$}", half_up(value.abs(), places));
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let is_zero = text.bytes().all(|b| b == b'0' || b == b'.');
        let mut out = String::new();
        if value < 0.0 && !is_zero {
            out.push(MINUS);
        }
        out.push_str(&self.grouped(whole));
        if !fraction.is_empty() {
            out.push(self.decimal());
            out.push_str(fraction);
        }
        out
    }

    /// A number with at most `places` decimals, without trailing zeros: `12,5`, `12`.
    pub fn short(self, value: f64, places: usize) -> String {
        let text = self.decimals(value, places);
        if places == 0 {
            return text;
        }
        text.trim_end_matches('0')
            .trim_end_matches(self.decimal())
            .to_owned()
    }

    /// Exact cents without a sign of the currency, for tables: `1.234,56`.
    pub fn cents(self, amount: Cents) -> String {
        let abs = amount.0.unsigned_abs();
        let whole = self.grouped(&(abs / 100).to_string());
        let sign = if amount.0 < 0 {
            MINUS.to_string()
        } else {
            String::new()
        };
        format!("{sign}{whole}{}{:02}", self.decimal(), abs % 100)
    }

    /// Exact cents with the euro sign: `€ 1.234,56`.
    pub fn money_exact(self, amount: Cents) -> String {
        self.euro(&self.cents(amount))
    }

    /// Euros in a sentence: whole above 1,000, else with cents unless they are zero.
    pub fn money(self, euros: f64) -> String {
        let cents = (euros * 100.0).round();
        let places = if euros.abs() >= 1000.0 || cents % 100.0 == 0.0 {
            0
        } else {
            2
        };
        self.euro(&self.decimals(euros, places))
    }

    /// A guessed amount in a sentence: its first two digits are all there is to it.
    pub fn rounded_money(self, euros: f64) -> String {
        let digits = euros.abs().log10().floor();
        let unit = 10_f64.powf((digits - 1.0).max(0.0));
        self.money((euros / unit).round() * unit)
    }

    /// Euros rounded to whole euros: axis labels, strips.
    pub fn money_whole(self, euros: f64) -> String {
        self.euro(&self.decimals(euros, 0))
    }

    /// A derived amount for a table, to the cent.
    pub fn euros_exact(self, euros: f64) -> String {
        self.decimals(euros, 2)
    }

    /// A share as a whole percentage: `13%`.
    pub fn percent(self, share: f64) -> String {
        format!("{}%", self.decimals(share * 100.0, 0))
    }

    /// A share with one decimal: `13,2%`.
    pub fn percent1(self, share: f64) -> String {
        format!("{}%", self.decimals(share * 100.0, 1))
    }

    /// Bytes in the unit that reads best: `1,2 MB`.
    pub fn bytes(self, n: u64) -> String {
        let n = n as f64;
        if n < 1_000.0 {
            format!("{}{NBSP}B", self.decimals(n, 0))
        } else if n < 1_000_000.0 {
            format!("{}{NBSP}kB", self.decimals(n / 1e3, 0))
        } else {
            format!("{}{NBSP}MB", self.decimals(n / 1e6, 1))
        }
    }

    /// A day in full: `3 februari 2025`.
    pub fn date(self, date: Date) -> String {
        const NL: [&str; 12] = [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ];
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let names = match self.locale {
            Locale::Nl => NL,
            Locale::En => EN,
        };
        let month = usize::try_from(date.month() - 1)
            .ok()
            .and_then(|i| names.get(i))
            .copied();
        format!("{} {} {}", date.day(), month.unwrap_or(""), date.year())
    }

    /// The number that somebody typed, with the decimal mark of this language or of the other one:
    /// `1.234,5`, `1,234.5`, `13,2 %`, `€ 62`. One mark before exactly three digits is this language's
    /// grouping, except after a nought. `None` for anything that is not a number.
    pub fn read(self, typed: &str) -> Option<f64> {
        let bare: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '%'))
            .map(|c| if c == MINUS { '-' } else { c })
            .collect();
        let last_mark = bare.rfind([',', '.']);
        let decimal = last_mark.filter(|at| {
            let mark = bare.get(*at..*at + 1).and_then(|mark| mark.chars().next());
            let n_after = bare.len() - at - 1;
            let n_same = bare.chars().filter(|c| Some(*c) == mark).count();
            // No group of three follows a nought alone.
            let whole = bare.get(..*at).unwrap_or_default().trim_start_matches('-');
            let is_group = n_after == 3 && whole != "0" && mark == Some(self.group());
            let is_grouping = n_same > 1 || is_group;
            !is_grouping
        });
        let plain: String = bare
            .char_indices()
            .filter_map(|(at, c)| match c {
                ',' | '.' if Some(at) == decimal => Some('.'),
                ',' | '.' => None,
                _ => Some(c),
            })
            .collect();
        let has_digits = plain.chars().any(|c| c.is_ascii_digit());
        let is_number = plain
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
        (has_digits && is_number)
            .then(|| plain.parse().ok())
            .flatten()
    }

    /// A list in words: `a, b en c`.
    pub fn list(self, items: &[String]) -> String {
        let item = |(at, item)| format!("{}{item}", self.before_item(at, items.len()));
        items.iter().enumerate().map(item).collect()
    }

    /// What stands before item `at` of `n` in such a list.
    pub fn before_item(self, at: usize, n: usize) -> &'static str {
        match (at, self.locale) {
            (0, _) => "",
            (at, _) if at + 1 < n => ", ",
            (_, Locale::Nl) => " en ",
            (_, Locale::En) => " and ",
        }
    }
}
