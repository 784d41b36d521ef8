/** One-time notices: by when what is missing is told, and what a refusal tells of the ways against it. */
import { z } from 'zod';
import { code, maybe, text } from './formats.ts';

/** The hall's rules for telling what is missing, once and in writing. */
export const notice = z.strictObject({
	/** working days within which a visitor is told what is missing (行政许可法 art. 32(4)); later, the papers count as accepted */
	tellWithinDays: z.int().min(1).max(5).default(5),
	/** the stricter local rule: by the end of the service */
	onTheSpot: z.boolean().default(false),
	/** working days to bring what is missing, unless the clerk says another day */
	bringWithinDays: z.int().min(1).max(250).default(10),
	/** by how much who comes back with the papers on another day goes before others, once */
	returnHeadStartMinutes: z.int().min(0).max(480).default(30),
	/** for so many days another notice in the same matter is a second one */
	secondWithinDays: z.int().min(1).max(730).default(180),
	/** the queue that takes what no window could solve 办不成事 */
	unsolvedQueue: maybe(code),
	/** what can be done against a refusal (行政复议法 art. 20, 行政诉讼法 art. 46) */
	appeal: text.prefault({
		zh: '对本决定不服的，可以自收到本告知单之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。',
		en: "If you disagree, you may apply for administrative reconsideration within 60 days of receiving this, or bring an action before the people's court within six months."
	})
});
