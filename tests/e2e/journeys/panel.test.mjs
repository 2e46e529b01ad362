// The explanation of one customer: what the owner notes and sets, and what parting would change.

import assert from "node:assert/strict";
import { test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { openApp } from "../lib/app.mjs";

const PHONE = { viewport: { width: 390, height: 844 } };

/** Opens the sample and the explanation of one of its customers. */
async function explain(t, name, options) {
  const app = await openApp(t, options);
  await app.page.getByRole("button", { name: "Bekijk voorbeeld" }).click();
  await app.classified(60);
  await open(app.page, name);
  return app;
}

async function open(page, name) {
  await page.getByRole("searchbox", { name: "Zoek een klant" }).fill(name);
  const row = page.locator("tr[data-line]", { hasText: name });
  await row.waitFor();
  await row.locator('[data-column="1"]').click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

const note = (page) => page.getByRole("textbox", { name: "Notitie" });

async function setClass(page, reason, button) {
  await page.getByRole("button", { name: "Andere klasse…" }).click();
  await page.getByRole("combobox", { name: "Waarom" }).selectOption({ label: reason });
  await page.getByRole("button", { name: button }).click();
}

test("a note is kept over a reload, wiped with one press, and undone", async (t) => {
  const app = await explain(t, "Haven Verpakking");
  const { page } = app;
  await page.getByText(/Kan een persoonsgegeven zijn/).waitFor();
  await note(page).fill("Betaalt na de tweede brief.");
  await page.getByRole("checkbox", { name: "Nooit tevreden" }).check();
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await open(page, "Haven Verpakking");
  assert.equal(await note(page).inputValue(), "Betaalt na de tweede brief.");

  await page.getByRole("button", { name: "Wis de notities" }).click();
  assert.equal(await note(page).inputValue(), "");
  assert.equal(await page.getByRole("checkbox", { name: "Nooit tevreden" }).isChecked(), false);
  await page.getByRole("button", { name: /^Ongedaan maken/ }).click();
  assert.equal(await note(page).inputValue(), "Betaalt na de tweede brief.");
  assert.equal(await page.getByRole("checkbox", { name: "Nooit tevreden" }).isChecked(), true);
});

test("what is being typed is kept over a reload, with the cursor where it was", async (t) => {
  const app = await explain(t, "Haven Verpakking");
  const { page } = app;
  await note(page).pressSequentially("Belt elke ");
  await app.saved().waitFor();
  await note(page).pressSequentially("week.");
  assert.equal(await note(page).inputValue(), "Belt elke week.");
  await page.waitForFunction(() => !document.body.innerText.includes("Bewaard"));
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await open(page, "Haven Verpakking");
  assert.equal(await note(page).inputValue(), "Belt elke week.");
});

test("what was typed and set at the last moment is kept over a reload", async (t) => {
  const app = await explain(t, "Haven Verpakking");
  const { page } = app;
  await app.saved().waitFor();
  await page.getByRole("checkbox", { name: "Nooit tevreden" }).check();
  await note(page).pressSequentially("Dinsdag gebeld.");
  await app.reload();
  await app.classified(60);
  await open(page, "Haven Verpakking");
  assert.equal(await note(page).inputValue(), "Dinsdag gebeld.");
  assert.equal(await page.getByRole("checkbox", { name: "Nooit tevreden" }).isChecked(), true);
});

test("Escape keeps what was being typed, and another customer has a note of its own", async (t) => {
  const { page } = await explain(t, "Haven Verpakking");
  await note(page).pressSequentially("Belt elke week.");
  await page.keyboard.press("Escape");
  await note(page).waitFor({ state: "detached" });
  await open(page, "Slagerij Oonk");
  assert.equal(await note(page).inputValue(), "");
  await open(page, "Haven Verpakking");
  assert.equal(await note(page).inputValue(), "Belt elke week.");
});

test("a note that is too long is refused where it is typed", async (t) => {
  const { page } = await explain(t, "Haven Verpakking");
  await note(page).fill("x".repeat(4_001));
  await page.getByText("Dit zijn 4.001 tekens; er passen er 4.000.", { exact: false }).waitFor();
  assert.equal(await note(page).getAttribute("aria-invalid"), "true");
  await note(page).fill("x".repeat(4_000));
  await page.getByText("er passen er", { exact: false }).waitFor({ state: "detached" });
});

test("a step towards A has somebody and a day, is in the list, and is late after it", async (t) => {
  const app = await explain(t, "Twentse Bouwgroep");
  const { page } = app;
  const step = page.getByRole("textbox", { name: "Wat ga je doen?" });
  const who = page.getByRole("textbox", { name: "Wie", exact: true });
  const day = page.getByLabel("Voor welke dag");
  assert.match(await step.getAttribute("placeholder"), /aanspreekpunt/);
  await step.fill("Maandelijks overleg met de uitvoerder");
  await who.fill("Joris");
  await day.fill("2999-02-13");
  await page.keyboard.press("Escape");
  const row = page.locator("tr[data-line]", { hasText: "Twentse Bouwgroep" });
  await row.getByText("één eis van A; stap naar A").waitFor();
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await open(page, "Twentse Bouwgroep");
  assert.equal(await step.inputValue(), "Maandelijks overleg met de uitvoerder");
  assert.equal(await who.inputValue(), "Joris");
  assert.equal(await day.inputValue(), "2999-02-13");

  await day.fill("2020-01-31");
  await day.blur();
  await page.getByText("Die dag is voorbij.").waitFor();
  await page.getByRole("button", { name: "Ongedaan maken: stap naar A" }).click();
  assert.equal(await day.inputValue(), "2999-02-13");
  // A C has none.
  await open(page, "Bouwbedrijf Groothuis");
  assert.equal(await step.count(), 0);
});

test("classes that were set before stay in the history until the notes are wiped", async (t) => {
  const app = await explain(t, "Slagerij Oonk");
  const { page } = app;
  await setClass(page, "strategisch", "Zet op A");
  await page.getByText(/Op A gezet en niet berekend: strategisch/).waitFor();
  await page.getByRole("button", { name: "Neem terug" }).click();
  await setClass(page, "contract", "Zet op A");
  await page.getByRole("button", { name: "Neem terug" }).click();
  const history = page.getByText("Eerder door jou gezet: 2 keer");
  await app.saved().waitFor();
  await app.reload();
  await app.classified(60);
  await open(page, "Slagerij Oonk");
  await history.click();
  const lines = page.getByRole("complementary").getByRole("listitem");
  assert.match(await lines.first().innerText(), /^A: contract, op .*Berekend was B\.$/);
  assert.match(await lines.last().innerText(), /^A: strategisch, op /);
  await page.getByRole("button", { name: "Wis de notities" }).click();
  await history.waitFor({ state: "detached" });
});

test("what parting would change follows the hours that are used elsewhere", async (t) => {
  const { page } = await explain(t, "Meubelhuis De Drie Linden");
  const panel = page.getByRole("complementary", { name: "Meubelhuis De Drie Linden" });
  await panel.getByText("Als deze klant weggaat").click();
  await panel.getByText(/Dan houd je €\s[\d.]+ per jaar minder over/).waitFor();
  const year = panel
    .locator("dt", { hasText: "Winst per jaar zonder deze klant" })
    .locator("xpath=following::dd[1]");
  assert.match(await year.innerText(), /^€\s[\d.]+ minder$/);
  const before = await year.innerText();
  const slide = panel.getByRole("slider", { name: "Uren elders ingezet" });
  await slide.press("End");
  assert.notEqual(await year.innerText(), before);
  await panel.getByText("In 3 jaar, vergeleken met nu afscheid nemen:").waitFor();
  await panel.getByText(/Gerekend met 80% kans/).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  test(`on a phone the explanation is a modal sheet, ${colorScheme}`, async (t) => {
    const { page } = await explain(t, "Slagerij Oonk", { ...PHONE, colorScheme });
    const sheet = page.getByRole("dialog", { name: "Slagerij Oonk" });
    await sheet.waitFor();
    const focused = () => page.evaluate(() => document.activeElement.closest("dialog") !== null);
    assert.equal(await focused(), true);
    // The page behind cannot be reached: after the last control comes the first again.
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const isOutside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement.closest("dialog"),
      );
      assert.equal(isOutside, false);
    }
    await sheet.getByText("Notities").scrollIntoViewIfNeeded();
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`),
      [],
    );
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Gewichten en grenzen" }).click();
    const drawer = page.getByRole("dialog", { name: "Gewichten en grenzen" });
    await drawer.getByRole("slider", { name: "Drempel" }).press("ArrowLeft");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  });
}
