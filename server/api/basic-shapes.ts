/** What the other shapes are made of. */
import { z } from 'zod';

export const code = z.string().min(1).max(64);
export const text = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });
