/** The machines that drive devices in place of the server: a kiosk PC with its printer, reader and boards. */
import { z } from 'zod';
import { code, maybe, text } from '../formats.ts';

export const agent = z.strictObject({ code, name: text });

/** Which machine a device hangs on; without it, the server itself. */
export const drivenBy = maybe(code);
