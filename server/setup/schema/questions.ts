/** The public page of questions. The terms of questions and messages stand with those of all cases, in `cases.due`. */
import { z } from 'zod';
import { line } from './formats.ts';

export const questions = z.strictObject({
	/** words that keep an entry from the public page: of what is not decided yet, of persons, of anything not to be told */
	keptBack: z.array(line).max(500).default([])
});
