// What customers cost: from names and revenue alone to estimates, and from registered hours to rates.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openApp } from "../lib/app.mjs";

const NAMES_AND_REVENUE = {
  name: "omzet.csv",
  content: [
    "Klant;Omzet",
    "Alfa Techniek;40.000,00",
    "Bakkerij Oost;25.000,00",
    "Gamma Bouw;12.000,00",
    "Drukkerij Noord;3.000,00",
    "Kapper Zuid;900,00",
  ].join("\n"),
};

const HOURS = {
  name: "uren.csv",
  content: [
    "Datum;Klant;Medewerker;Uren",
    "03-02-2025;Alfa Techniek;Joris;7,50",
    "04-02-2025;Bakkerij Oost;Marije;2,00",
    "05-02-2025;Gamma Bouw;Joris;11,25",
  ].join("\n"),
};

async function openData(app) {
  await app.page.getByRole("link", { name: "Gegevens", exact: true }).click();
}

/** The row of a customer in the list of quick questions. */
const rowOf = (app, name) => app.page.locator(".estimates tbody tr", { hasText: name });
const classOf = (app, name) => rowOf(app, name).locator("[data-class]").getAttribute("data-class");

test("two customers are estimated by keyboard, classes change, a reload keeps it and undo takes it back", async (t) => {
  const app = await openApp(t);
  await app.drop(NAMES_AND_REVENUE);
  await app.classified(5);
  await openData(app);
  await app.page.getByText("De uren van al je omzet zijn aangenomen").waitFor();
  await app.page.getByRole("button", { name: "Schat per klant: 5 te doen" }).waitFor();
  assert.equal(await classOf(app, "Drukkerij Noord"), "b");
  assert.equal(await classOf(app, "Kapper Zuid"), "c");

  const attention = (name) => app.page.getByRole("combobox", { name: `Aandacht van ${name}` });
  await attention("Alfa Techniek").focus();
  for (let i = 0; i < 4; i++) await app.page.keyboard.press("Enter");
  await app.page.keyboard.press("1");
  await rowOf(app, "Kapper Zuid").locator('[data-class="b"]').waitFor();
  await attention("Gamma Bouw").focus();
  await app.page.keyboard.press("Enter");
  await app.page.keyboard.press("4");
  await rowOf(app, "Drukkerij Noord").locator('[data-class="c"]').waitFor();
  await app.page.getByRole("button", { name: "Schat per klant: 3 van 5 te doen" }).waitFor();
  await rowOf(app, "Drukkerij Noord").getByText("€ 3.600 ± € 900").waitFor();

  await app.page.getByRole("button", { name: "Ongedaan maken: schatting (Ctrl Z)" }).click();
  await rowOf(app, "Drukkerij Noord").locator('[data-class="b"]').waitFor();
  await app.page.getByRole("button", { name: "Opnieuw: schatting (Ctrl Y)" }).click();
  await rowOf(app, "Drukkerij Noord").locator('[data-class="c"]').waitFor();

  await app.saved().waitFor();
  await app.reload();
  await openData(app);
  await app.page.getByRole("button", { name: /^Schat per klant: 3 van 5/ }).click();
  await rowOf(app, "Drukkerij Noord").locator('[data-class="c"]').waitFor();
  assert.equal(await attention("Drukkerij Noord").inputValue(), "3");
  assert.equal(await attention("Kapper Zuid").inputValue(), "0");
});

test("a rate for one person counts where that person worked, the one rate elsewhere", async (t) => {
  const app = await openApp(t);
  await app.drop(NAMES_AND_REVENUE, HOURS);
  await app.classified(5);
  await openData(app);
  // The hours are of one month: twelve times 20.75, at € 60.
  const registered = app.page.getByRole("row", { name: /^Geregistreerd/ });
  await registered.getByText("14.940,00").waitFor();
  await app.page.getByText("Kosten per medewerker: 2 namen").click();
  await app.page.getByLabel("Kosten van een uur van Joris, in euro’s").fill("30");
  await app.page.keyboard.press("Enter");
  await registered.getByText("8.190,00").waitFor();
  await app.page.getByLabel("Kosten van een uur van Joris, in euro’s").fill("veel");
  await app.page.keyboard.press("Enter");
  await app.page.getByText("past niet").waitFor();
  await registered.getByText("8.190,00").waitFor();

  await app.saved().waitFor();
  await app.reload();
  await openData(app);
  await registered.getByText("8.190,00").waitFor();
});

test("people and hours give a rate, and estimates that do not fit are made to fit on request only", async (t) => {
  const app = await openApp(t);
  await app.drop(NAMES_AND_REVENUE);
  await app.classified(5);
  await openData(app);
  await app.page.getByText("Reken het uit: mensen en uren").click();
  await app.page.getByText("Zonder uren is er geen tarief").waitFor();
  await app.page.getByLabel("Mensen, in voltijd").fill("0,02");
  await app.page.getByLabel("Samen per jaar, in euro’s").fill("1.408");
  await app.page.keyboard.press("Enter");
  await app.page.getByText("Dat is een kostprijs, niet je verkooptarief").waitFor();
  await app.page.getByText("een uur kost € 50").waitFor();

  const fit = app.page.getByRole("button", { name: "Maak de schattingen passend (× 0,7)" });
  await fit.click();
  await app.page.getByText("Geschatte en aangenomen uren zijn × 0,7 genomen").waitFor();
  await app.page.getByText("Je klanten vragen").waitFor({ state: "detached" });
  await app.page.getByRole("button", { name: "Neem ze zoals geschat" }).click();
  await fit.waitFor();
});
