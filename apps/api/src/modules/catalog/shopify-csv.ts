import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ImportReport, ProductInput, ProductView } from '@pailou/contracts';
import { isPictureUrl } from './product-check.js';

/** A line of the file that did not go in, and why, in both languages. */
export type Refusal = ImportReport['refused'][number];

/** One product of the file. A field is undefined when the file has no such column: it is left as it is. */
export interface ImportedProduct {
  handle: string;
  /** Every line of the file that speaks of it. */
  lines: number[];
  title: string;
  description?: string;
  vendor?: string;
  /** Shopify's Type: the name of our category; empty: none. */
  type?: string;
  tags?: string[];
  status?: ProductInput['status'];
  pictures?: ProductInput['pictures'];
  optionNames: string[];
  variants: ImportedVariant[];
}

export interface ImportedVariant {
  line: number;
  optionValues: string[];
  sku?: string;
  barcode?: string;
  priceFen: number;
  compareAtFen?: number | null;
  /** Null: not counted (no inventory tracker, or sold on when empty). */
  stock?: number | null;
}

export interface ShopifyFile {
  /** How many lines of data the file has. */
  rows: number;
  products: ImportedProduct[];
  refused: Refusal[];
}

/** The file as a whole cannot be read as a Shopify product CSV. */
export class UnreadableCsv extends Error {}

interface Row {
  line: number;
  cells: Record<string, string>;
}

/** Columns without which a file is not a Shopify product export (its help page "Using CSV files to import and export products"). */
const required = ['Handle', 'Title', 'Variant Price'];
const handlePattern = /^[\p{L}\p{N}-]{1,120}$/u;
/** What a spreadsheet would take for a formula, also behind apostrophes: one more hides it, and is taken away when read. */
const formula = /^(?='*[=+\-@＝＋－＠])/;
const spreadsheetQuote = /^'(?='*[=+\-@＝＋－＠])/;
/** What text cannot hold: U+FFFD stands where bytes were no UTF-8, and PostgreSQL keeps no U+0000. */
const brokenText = /[\0\uFFFD]/;
/** So many lines bound the report as well as the work. */
const mostRows = 50_000;

/**
 * Reads a Shopify product CSV, in UTF-8 or, as spreadsheets in China save it, GB 18030. Prices are yuan with at most two
 * decimals. A line with a fault is refused alone; when it is the first of its product, the whole product is.
 * Throws UnreadableCsv when the file is no CSV or a required column is missing.
 */
export function readShopifyCsv(file: Uint8Array): ShopifyFile {
  const rows = readRows(file);
  const refused: Refusal[] = [];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const handle = (row.cells['Handle'] ?? '').toLowerCase();
    if (Object.values(row.cells).some((cell) => brokenText.test(cell))) {
      refused.push({ line: row.line, handle: handle.replace(/[\0\uFFFD]/g, '?'), reason: reasons.encoding });
      continue;
    }
    if (!handlePattern.test(handle)) {
      refused.push({ line: row.line, handle, reason: reasons.handle });
      continue;
    }
    const group = groups.get(handle);
    if (group) group.push(row);
    else groups.set(handle, [row]);
  }
  const products: ImportedProduct[] = [];
  for (const [handle, group] of groups) {
    const product = readProduct(handle, group, refused);
    if (product) products.push(product);
  }
  return { rows: rows.length, products, refused: refused.toSorted((a, b) => a.line - b.line) };
}

function readRows(file: Uint8Array): Row[] {
  let columns: string[] = [];
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(decode(file), {
      columns: (header: string[]) => (columns = header.map((name) => name.trim())),
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new UnreadableCsv(error instanceof Error ? error.message : String(error));
  }
  if (records.length > mostRows) throw new UnreadableCsv(`More than ${mostRows} lines`);
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new UnreadableCsv(`Missing columns: ${missing.join(', ')}`);
  return records.map(({ record, info }) => {
    const inside = Object.values(record).join('').split('\n').length - 1;
    const cells = Object.fromEntries(columns.map((name) => [name, (record[name] ?? '').trim().replace(spreadsheetQuote, '')]));
    return { line: info.lines - inside, cells };
  });
}

/**
 * UTF-8, or GB 18030 when most of the lines that are not ASCII are no UTF-8: a few broken bytes do not make a file of UTF-8
 * another one. Neither encoding has a line feed inside a sign.
 */
function decode(file: Uint8Array): string {
  const utf8 = decoded(file, 'utf-8');
  if (utf8 !== null) return utf8;
  const gb = hasUtf8Mark(file) || mostlyUtf8(file) ? null : decoded(file, 'gb18030');
  return gb ?? new TextDecoder('utf-8').decode(file);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const hasUtf8Mark = (file: Uint8Array): boolean => file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;

function mostlyUtf8(file: Uint8Array): boolean {
  let [whole, broken] = [0, 0];
  for (let start = 0; start < file.length;) {
    const feed = file.indexOf(0x0a, start);
    const line = file.subarray(start, feed === -1 ? file.length : feed);
    if (line.some((byte) => byte > 0x7f)) {
      if (decoded(line, 'utf-8') === null) broken += 1;
      else whole += 1;
    }
    start += line.length + 1;
  }
  return whole >= broken;
}

function readProduct(handle: string, rows: Row[], refused: Refusal[]): ImportedProduct | null {
  const [first] = rows;
  if (!first) return null;
  const refuseAll = (reason: string): null => {
    rows.forEach((row, index) => refused.push({ line: row.line, handle, reason: index === 0 ? reason : reasons.firstLine(first.line) }));
    return null;
  };
  const { cells } = first;
  if (!cells['Title']) return refuseAll(reasons.title);
  const status = readStatus(cells);
  if (status === null) return refuseAll(reasons.status);
  const optionNames = readOptionNames(cells);
  const product: ImportedProduct = { handle, lines: rows.map((row) => row.line), title: cells['Title'], optionNames, variants: [] };
  if (status) product.status = status;
  if (cells['Body (HTML)'] !== undefined) product.description = textOf(cells['Body (HTML)']);
  if (cells['Vendor'] !== undefined) product.vendor = cells['Vendor'];
  if (cells['Type'] !== undefined) product.type = cells['Type'];
  if (cells['Tags'] !== undefined)
    product.tags = cells['Tags']
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);

  const pictures: { position: number; url: string; alt: string }[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const picture = row.cells['Image Src'];
    const isVariant = row === first || Boolean(row.cells['Option1 Value']) || Boolean(row.cells['Variant Price']);
    const fault = (picture && !isPictureUrl(picture) ? reasons.picture : null) ?? (isVariant ? null : picture ? null : reasons.empty);
    const variant = isVariant && !fault ? readVariant(row, optionNames, taken) : null;
    const reason = fault ?? (typeof variant === 'string' ? variant : null);
    if (reason) {
      if (row === first) return refuseAll(reason);
      refused.push({ line: row.line, handle, reason });
      continue;
    }
    if (variant && typeof variant !== 'string') product.variants.push(variant);
    if (picture)
      pictures.push({
        position: Number(row.cells['Image Position']) || pictures.length + 1,
        url: picture,
        alt: row.cells['Image Alt Text'] ?? '',
      });
  }
  if (cells['Image Src'] !== undefined) {
    product.pictures = pictures.toSorted((a, b) => a.position - b.position).map(({ url, alt }) => ({ url, alt }));
  }
  return product;
}

/** A variant, or the reason why the line is refused. */
function readVariant(row: Row, optionNames: string[], taken: Set<string>): ImportedVariant | string {
  const { cells } = row;
  const optionValues = optionNames.map((_, index) => cells[`Option${index + 1} Value`] ?? '');
  if (optionValues.some((value) => value === '')) return reasons.option;
  const key = JSON.stringify(optionValues);
  if (taken.has(key)) return reasons.twice;
  const priceFen = readFen(cells['Variant Price'] ?? '');
  if (priceFen === null) return reasons.price(cells['Variant Price'] ?? '');
  const variant: ImportedVariant = { line: row.line, optionValues, priceFen };
  const compareAt = cells['Variant Compare At Price'];
  if (compareAt !== undefined) {
    variant.compareAtFen = compareAt === '' ? null : readFen(compareAt);
    if (compareAt !== '' && variant.compareAtFen === null) return reasons.price(compareAt);
  }
  if (cells['Variant SKU'] !== undefined) variant.sku = cells['Variant SKU'];
  if (cells['Variant Barcode'] !== undefined) variant.barcode = cells['Variant Barcode'];
  const stock = readStock(cells);
  if (typeof stock === 'string') return stock;
  if (stock !== undefined) variant.stock = stock;
  taken.add(key);
  return variant;
}

/** Undefined when the file does not speak of stock; a string is the reason of a refusal. */
function readStock(cells: Record<string, string>): number | null | undefined | string {
  const quantity = cells['Variant Inventory Qty'];
  if (quantity === undefined) return undefined;
  if (cells['Variant Inventory Tracker'] === '' || cells['Variant Inventory Policy'] === 'continue') return null;
  if (!/^-?\d{1,8}$/.test(quantity)) return reasons.stock(quantity);
  return Math.max(0, Number(quantity));
}

function readStatus(cells: Record<string, string>): ImportedProduct['status'] | null | undefined {
  const status = (cells['Status'] ?? '').toLowerCase();
  const published = (cells['Published'] ?? '').toLowerCase();
  if (!['', 'active', 'draft', 'archived'].includes(status) || !['', 'true', 'false'].includes(published)) return null;
  if (status === 'archived' || status === 'draft') return status;
  if (published === 'false') return 'draft';
  return status === 'active' || published === 'true' ? 'active' : undefined;
}

function readOptionNames(cells: Record<string, string>): string[] {
  const names = [1, 2, 3].map((index) => cells[`Option${index} Name`] ?? '');
  if (names[0] === 'Title' && cells['Option1 Value'] === 'Default Title') return [];
  return names.slice(0, names.includes('') ? names.indexOf('') : 3);
}

/** Yuan as text (`50`, `50.5`, `50.00`) in fen, by its digits: no floating point. Null when it is no such amount. */
export function readFen(yuan: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(yuan);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of a piece of HTML: paragraphs become lines, tags vanish, the common entities are read. Text without tags keeps its lines. */
export function textOf(html: string): string {
  if (!/<\/?[a-z!]/i.test(html)) return entitiesOf(html).trim();
  const text = html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6]|tr)>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '');
  return entitiesOf(text)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entitiesOf(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isSign ? String.fromCodePoint(code) : whole;
  });
}

/**
 * The products as a Shopify product CSV that the import above reads back as unchanged. Only the Chinese texts have a
 * column. Cells that a spreadsheet would take for a formula begin with an apostrophe.
 * @param categoryNames the Chinese name of each category by its id
 */
export function writeShopifyCsv(products: ProductView[], categoryNames: Map<string, string>): string {
  return stringify(
    products
      .flatMap((product) => rowsOf(product, categoryNames))
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(formula, "'")]))),
    { header: true, columns: exportColumns, quoted_match: /\r/, bom: true },
  );
}

const exportColumns = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'Status',
];

function rowsOf(product: ProductView, categoryNames: Map<string, string>): Record<string, string>[] {
  const count = Math.max(product.variants.length, product.pictures.length, 1);
  return Array.from({ length: count }, (_, index) => {
    const row: Record<string, string> = { Handle: product.handle };
    if (index === 0) Object.assign(row, productCells(product, categoryNames));
    const variant = product.variants[index];
    if (variant) Object.assign(row, variantCells(product, variant));
    const picture = product.pictures[index];
    if (picture) Object.assign(row, { 'Image Src': picture.url, 'Image Position': String(index + 1), 'Image Alt Text': picture.alt });
    return row;
  });
}

function productCells(product: ProductView, categoryNames: Map<string, string>): Record<string, string> {
  const names: Record<string, string> = product.options.length === 0 ? { 'Option1 Name': 'Title' } : {};
  product.options.forEach((option, index) => (names[`Option${index + 1} Name`] = option.name.zh));
  return {
    Title: product.name.zh,
    'Body (HTML)': product.description.zh.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
    Vendor: product.vendor,
    Type: product.categoryId === null ? '' : (categoryNames.get(product.categoryId) ?? ''),
    Tags: product.tags.join(', '),
    Published: String(product.status === 'active'),
    'Gift Card': 'false',
    Status: product.status,
    ...names,
  };
}

function variantCells(product: ProductView, variant: ProductView['variants'][number]): Record<string, string> {
  const values: Record<string, string> = product.options.length === 0 ? { 'Option1 Value': 'Default Title' } : {};
  variant.optionValues.forEach((value, index) => (values[`Option${index + 1} Value`] = value));
  return {
    'Variant SKU': variant.sku,
    'Variant Inventory Tracker': variant.stock === null ? '' : 'shopify',
    'Variant Inventory Qty': variant.stock === null ? '' : String(variant.stock),
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': yuan(variant.priceFen),
    'Variant Compare At Price': variant.compareAtFen === null ? '' : yuan(variant.compareAtFen),
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Barcode': variant.barcode,
    ...values,
  };
}

function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Why a line is refused, in both languages of the operators. */
export const reasons = {
  encoding: '这一行不是有效的 UTF-8 文字 / The line holds bytes that are no UTF-8 text',
  tooMany: '规格超过 200 个 / A product has at most 200 variants',
  handle: 'Handle 缺失或有误 / The handle is missing or has other signs than letters, digits and hyphens',
  title: '商品第一行缺少 Title / The first line of the product has no Title',
  status: 'Status 或 Published 有误 / Status must be active, draft or archived, and Published true or false',
  option: '缺少规格值 / An option has no value',
  twice: '规格重复 / This choice of options stands in the file twice',
  empty: '既无规格也无图片 / The line has neither a variant nor a picture',
  picture: '图片地址有误 / The picture is not an http address',
  price: (text: string) => `价格“${text}”有误 / “${text}” is not a price`,
  stock: (text: string) => `库存“${text}”有误 / “${text}” is not a quantity`,
  firstLine: (line: number) => `该商品第 ${line} 行有误 / Line ${line} of this product is refused`,
  options: '规格名称与现有商品不同 / The options have other names than those of the product as it is',
  reserved: '库存少于已被订单占用的数量 / The stock is less than what orders have reserved',
  field: (path: string, message: string) => `${path}：${message}`,
};
