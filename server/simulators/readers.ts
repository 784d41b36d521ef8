import { ID_READER_FAULTS, VIRTUAL_CARDS, VirtualIdReader } from '#printer/virtual/id-reader.ts';
import type { Clock } from '../clock.ts';
import { faultSet, type FarLine } from './device.ts';
import type { Kind } from './kind.ts';

const ASKED_KEPT = 20;

/** A reader of identity cards, with the cards of nobody. */
function readerLine(code: string, clock: Clock): FarLine {
	const far = new VirtualIdReader(code, clock);
	const lay = (what: string): boolean => {
		const card = VIRTUAL_CARDS[what === '' ? 0 : Number(what) - 1];
		if (card) far.lay(card);
		return card !== undefined;
	};
	const lift = (): boolean => {
		far.lift();
		return true;
	};
	return {
		devices: [
			{
				code,
				...faultSet(
					ID_READER_FAULTS.filter((one) => one !== 'unplugged'),
					(fault, on) => {
						far.setFault(fault, on);
					}
				),
				faults: () => far.faults(),
				hands: { card: { key: 'c', act: lay }, lift: { key: 'v', act: lift } },
				shows: () => far.asked.slice(-ASKED_KEPT).map(({ ask }) => ({ text: ask, svg: null }))
			}
		],
		attach: (link) => {
			far.attach(link);
		}
	};
}

export const READERS: Kind = {
	typed: (_values, clock) => readerLine('reader', clock),
	filed: ({ idReaders }, code, clock) =>
		idReaders.some((one) => one.code === code) ? readerLine(code, clock) : undefined
};
