import type { SlipRow } from '#db/schema.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import { testPage } from '#printer/slips/test-page.ts';
import { textIn, words } from '#display/words/index.ts';
import type { Hall } from '../hall.ts';
import { localText } from '../rules/day.ts';

/** The test page of the printer that has it in work, in the language of the house. */
export function testLines(hall: Hall, slip: SlipRow, columns: number): SlipLine[] {
	const lang = 'zh-CN';
	const w = words(lang).watch.testPage;
	const entry = hall.setup.printers.get(slip.printer ?? '');
	if (!entry) throw new Error(`test page ${String(slip.id)} is of no printer`);
	const facts = {
		title: w.title,
		hall: textIn(lang, hall.setup.file.hall.name),
		name: textIn(lang, entry.name),
		facts: [
			[w.code, entry.code],
			[w.model, entry.model],
			[w.width, w.columns({ mm: entry.width, columns })],
			[w.group, entry.group]
		] as const,
		at: localText(slip.created_at, hall.setup.timeZone),
		link: hall.origin,
		note: w.note
	};
	return testPage(facts, columns);
}
