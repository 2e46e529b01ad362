use super::decimal;

#[test]
fn numbers_are_written_at_the_fifteen_digits_that_a_workbook_shows() {
    let cases = [
        (0.0, "0"),
        (1_234.56, "1234.56"),
        (1_234.560_000_000_000_2, "1234.56"),
        (0.1 + 0.2, "0.3"),
        (-0.005, "-0.005"),
        (20_010.0, "20010"),
        (2.9e-11, "0"),
        (1.0e21, "1000000000000000000000"),
        (123_456_789_012.34, "123456789012.34"),
    ];
    for (value, expected) in cases {
        assert_eq!(decimal(value), expected, "{value}");
    }
}
