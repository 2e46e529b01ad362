// The files of the benchmark, the same bytes on every machine: written once into .bench/.

import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";

import { ROOT } from "./tools.mjs";

const FOLDER = join(ROOT, ".bench");

/** Each with what the references need to know: which columns hold the key and the amount. */
export const FILES = [
  { ...customerList("customers_100k.csv", 100_000), key: 0, amount: 6 },
  { name: "invoice_lines_1m.csv", nCustomers: 20_000, key: 2, amount: 7, lines: invoiceLines },
];

/** Lists on which the Customers screen is worked with: an ordinary one, a long one, the longest. */
export const LISTS = [
  customerList("customers_60.csv", 60),
  customerList("customers_1k.csv", 1_000),
  customerList("customers_100k.csv", 100_000),
];

function customerList(name, nCustomers) {
  return { name, nCustomers, lines: () => customerLines(nCustomers) };
}

/** The path of a file of `FILES`, written if it is not there yet. */
export async function benchFile({ name, lines }) {
  const path = join(FOLDER, name);
  if (!existsSync(path)) {
    console.log(`writing .bench/${name}`);
    mkdirSync(FOLDER, { recursive: true });
    const out = createWriteStream(`${path}.part`);
    for (const text of inPieces(lines())) if (!out.write(text)) await once(out, "drain");
    out.end();
    await once(out, "close");
    renameSync(`${path}.part`, path);
  }
  return { path, nBytes: statSync(path).size };
}

/** One row per customer, twelve columns, as a Dutch Excel writes it. */
function* customerLines(nCustomers) {
  const random = generator(2019);
  yield "Debiteurnr;Klant;Plaats;Branche;Medewerkers;Klant sinds;Omzet;Inkoop;Uren;Orders;Potentie;Relatie";
  for (let i = 0; i < nCustomers; i++) {
    const revenueCents = paretoCents(random);
    yield [
      String(i + 1).padStart(6, "0"),
      customerName(i),
      pick(TOWNS, random),
      pick(SECTORS, random),
      1 + Math.floor(random() * 80),
      date(random, 2005, 18),
      dutch(revenueCents),
      dutch(Math.floor(revenueCents * random() * 0.7)),
      dutch(Math.floor((revenueCents / 90) * (0.3 + random()))),
      1 + Math.floor(random() * 60),
      1 + Math.floor(random() * 5),
      1 + Math.floor(random() * 5),
    ].join(";");
  }
}

/** A year of invoice lines of 20,000 customers, 80 MB. */
function* invoiceLines() {
  const random = generator(2020);
  yield "Factuurnr;Factuurdatum;Debiteurnr;Klantnaam;Omschrijving;Aantal;Prijs;Bedrag excl. btw";
  for (let i = 0; i < 1_000_000; i++) {
    // The square makes some customers come back much more often than others.
    const customer = Math.floor(random() ** 2 * 20_000);
    const quantity = 1 + Math.floor(random() * 9);
    const priceCents = 500 + Math.floor(random() * 40_000);
    yield [
      `F${2_400_000 + Math.floor(i / 3)}`,
      date(random, 2024, 1),
      String(customer + 1).padStart(6, "0"),
      customerName(customer),
      pick(ARTICLES, random),
      quantity,
      dutch(priceCents),
      dutch(quantity * priceCents),
    ].join(";");
  }
}

const TOWNS = ["Utrecht", "Zwolle", "Den Bosch", "Assen", "Goes", "Leeuwarden", "Roermond", "Ede"];
const SECTORS = ["installatie", "horeca", "bouw", "zorg", "detailhandel", "transport", "ICT"];
const ARTICLES = ["onderhoud", "levering", "storing verholpen", "advies", "montage", "keuring"];
const FIRMS = ["Bakker", "Van Dijk", "Jansen", "De Wit", "Smit", "Mulder", "Visser", "Bos"];
const TRADES = ["Techniek", "Bouw", "Groen", "Transport", "Zorg", "Advies", "Horeca", "Metaal"];

function customerName(i) {
  return `${FIRMS[i % 8]} ${TRADES[Math.floor(i / 8) % 8]} ${i + 1} B.V.`;
}

function paretoCents(random) {
  return Math.floor(200_000 / (random() + 0.002) ** 0.8);
}

function date(random, firstYear, nYears) {
  const two = (n) => String(n).padStart(2, "0");
  const year = firstYear + Math.floor(random() * nYears);
  return `${two(1 + Math.floor(random() * 28))}-${two(1 + Math.floor(random() * 12))}-${year}`;
}

/** Cents as `1.234,56`. */
function dutch(cents) {
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${euros},${String(cents % 100).padStart(2, "0")}`;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** mulberry32: small, and the same everywhere. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function* inPieces(lines) {
  let piece = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length === 10_000) {
      yield `${piece.join("\r\n")}\r\n`;
      piece = [];
    }
  }
  if (piece.length > 0) yield `${piece.join("\r\n")}\r\n`;
}
