/** The mouth of a kiosk printer, in which a cut ticket waits for a hand. */
import { z } from 'zod';
import { PRESENTERS, type ModelCode } from '#printer/models/models.ts';
import { fault } from '../formats.ts';

export const presenter = z.strictObject({
	/** seconds that a visitor has to take the ticket */
	seconds: z.int().min(5).max(600).default(30),
	/** what is done with one that nobody took: drawn back in, dropped out in front, or left where it is */
	then: z.enum(['retract', 'eject', 'leave']).default('retract')
});

/** Only some models have a mouth. */
export function hasMouth({ model, presenter: asked }: { model: ModelCode; presenter: unknown }): boolean {
	return asked === null || PRESENTERS.includes(model);
}

/** What is said where one is asked for that is not there. */
export const noMouth = { error: fault('no-presenter'), path: ['presenter'] };
