import { STAFF_LANGS, words, type Words } from '#display/words/index.ts';
import { exportDay } from '../ledger/export.ts';
import { verifyLedger, type Verified } from '../ledger/verify.ts';
import { Misused, type Command, type Input } from './command.ts';
import { withHall } from './with-hall.ts';

const check: Command = {
	name: 'verify-ledger',
	usage: '[--day YYYY-MM-DD] [--replay]',
	summary: 'Check that no line of the ledger was changed, and name the first that was; --replay recomputes every call',
	options: { day: { type: 'string' }, replay: { type: 'boolean' } },
	words: [0, 0],
	run({ values, print }) {
		const day = dayOf(values['day']);
		return withHall(async (hall) => {
			const begun = hall.clock.now();
			const verified = await verifyLedger(hall, { day, replay: values['replay'] !== undefined });
			if (!verified) throw new Misused(`no lines of ${day ?? ''}`);
			const seconds = ((hall.clock.now() - begun) / 1000).toFixed(1);
			for (const lang of STAFF_LANGS) tell(words(lang).ledger, verified, { seconds, print });
			return verified.broken ? 1 : 0;
		});
	}
};

function tell(
	t: Words['ledger'],
	found: Verified,
	{ seconds, print }: { seconds: string; print: Input['print'] }
): void {
	const { broken, lines, older, signed, replayed, end } = found;
	if (broken) {
		const { seq, day, act, fault, detail } = broken;
		print(t.broken({ seq, day: day ?? '–', act: act ?? '–' }));
		print(`  ${t.faults[fault]}${detail === '' ? '' : ` [${detail}]`}`);
		return;
	}
	print(t.whole({ lines, seconds }));
	if (older > 0) print(`  ${t.older({ count: older })}`);
	print(`  ${t.head}: ${String(end.seq)} ${end.hash}`);
	print(`  ${t.signed({ count: signed })}`);
	if (replayed) print(`  ${t.replayed(replayed)}`);
}

function dayOf(given: string | undefined): string | null {
	if (given !== undefined && !/^\d{4}-\d\d-\d\d$/.test(given)) throw new Misused('--day is a date, YYYY-MM-DD');
	return given ?? null;
}

const save: Command = {
	name: 'ledger export',
	usage: '--day YYYY-MM-DD',
	summary: 'Write the lines of a day as JSON lines, with its signed head last, for an auditor outside the hall',
	options: { day: { type: 'string' } },
	words: [0, 0],
	run({ values, print }) {
		const day = dayOf(values['day']);
		if (day === null) throw new Misused('--day is needed');
		return withHall(async (hall) => {
			const found = await exportDay(hall, day, (line) => print(line));
			if (!found) throw new Misused(`no lines of ${day}`);
			return 0;
		});
	}
};

export const LEDGER: Command[] = [check, save];
