test("days of one year name the year once, days of two years name both", () => {
  expect(daysInWords("2018-06-28", "2018-07-26")).toBe("28 June – 26 July 2018");
  expect(daysInWords("2024-12-31", "2025-01-14")).toBe("31 December 2024 – 14 January 2025");
});
