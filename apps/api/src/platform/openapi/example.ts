interface Shape {
  type?: string | string[];
  format?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Shape[];
  examples?: unknown[];
  minimum?: number;
  minItems?: number;
  minLength?: number;
  pattern?: string;
}

const byFormat: Record<string, string> = {
  uuid: '0190f3b0-6f2c-7000-8000-5a7e3c1d2b4f',
  'date-time': '2026-11-21T02:30:00.000Z',
  date: '2026-11-21',
  email: 'lin@example.com',
  uri: 'https://example.com',
};
/** Words that say what a field holds better than its type does. */
const byName: Record<string, unknown> = {
  zh: '桂花乌龙',
  en: 'Osmanthus oolong',
  phone: '02888886666',
  contactPhone: '13800138000',
  phoneNumber: '13800138000',
  quantity: 1,
  latitude: 30.6571,
  longitude: 104.0823,
  timeZone: 'Asia/Shanghai',
  scene: 'd-7f3a91c2',
  quoteHash: '9f'.repeat(32),
  from: '08:00',
  to: '22:00',
  quietFrom: '22:00',
  quietTo: '08:00',
  totp: '123456',
  limit: 20,
  handle: 'osmanthus-oolong',
  status: 'active',
  number: '20261121-0042',
  pickupNumber: 'A42',
};

/** A value that the JSON schema would accept, readable as an example. */
export function exampleOf(schema: unknown, name = ''): unknown {
  const shape = schema as Shape;
  if (shape.examples?.length) return shape.examples[0];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  if (shape.anyOf) return exampleOf(shape.anyOf.find((one) => one.type !== 'null') ?? {}, name);
  const type = [shape.type].flat().find((one) => one !== 'null');
  if (type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([key, inner]) => [key, exampleOf(inner, key)]));
  if (type === 'array')
    return shape.items ? Array.from({ length: Math.max(1, shape.minItems ?? 0) }, () => exampleOf(shape.items, name)) : [];
  if (shape.pattern === '^\\d{6}$') return '123456';
  if (byName[name] !== undefined) return byName[name];
  if (type === 'integer' || type === 'number') return name.endsWith('Fen') ? 1800 : Math.max(shape.minimum ?? 0, 1);
  if (type === 'boolean') return shape.default ?? true;
  if (type === 'string') return byFormat[shape.format ?? ''] ?? (shape.default || 'text'.padEnd(shape.minLength ?? 0, '-text'));
  return null;
}
