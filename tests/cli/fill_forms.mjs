// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into forms by two other programs: node fill_forms.mjs xlsx|exceljs JOBS.json, each job being
// { from, to, typed: [[sheet, row, column, value], ...] }, rows and columns from 1.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [writer, jobs] = process.argv.slice(2);
const load = createRequire(join(process.env.BANGVANG_NODE_MODULES, "node_modules", "x.js"));

async function fillBySheetJS({ from, to, typed }) {
  const xlsx = load("xlsx");
  const book = xlsx.readFile(from, { cellStyles: true });
  for (const [sheet, row, column, value] of typed)
    book.Sheets[sheet][xlsx.utils.encode_cell({ r: row - 1, c: column - 1 })] = { t: typeof value === "number" ? "n" : "s", v: value };
  xlsx.writeFile(book, to);
}

async function fillByExcelJS({ from, to, typed }) {
  const { Workbook } = load("exceljs");
  const book = new Workbook();
  await book.xlsx.readFile(from);
  for (const [sheet, row, column, value] of typed)
    book.getWorksheet(sheet).getCell(row, column).value = value;
  await book.xlsx.writeFile(to);
}

for (const job of JSON.parse(readFileSync(jobs, "utf8")))
  await (writer === "xlsx" ? fillBySheetJS : fillByExcelJS)(job);
