import { z } from 'zod';

/**
 * The contract of a PATCH made from that of a POST: every field may be absent, and an absent one stays absent.
 * (`schema.partial()` of zod 4 fills in the defaults of absent fields, and would overwrite what nobody sent.)
 */
export function patchOf<T extends z.ZodRawShape>(schema: z.ZodObject<T>): z.ZodType<Partial<z.output<z.ZodObject<T>>>> {
  const shape = Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [name, z.optional(field instanceof z.ZodDefault ? field.unwrap() : field)]),
  );
  return z.strictObject(shape) as unknown as z.ZodType<Partial<z.output<z.ZodObject<T>>>>;
}
