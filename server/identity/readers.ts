import { IdReader, type CardOutcome, type ReadFor } from '#printer/input/id-card.ts';
import { ID_READER_FAULTS, VIRTUAL_CARDS, VirtualIdReader, type VirtualCard } from '#printer/virtual/id-reader.ts';
import { makeWire } from '#printer/wire/make.ts';
import type { IdReaderView } from '../devices/view.ts';
import { today, type Hall } from '../hall.ts';
import { isElder, readIdentity } from '../rules/identity.ts';
import { maskedNumber } from '../rules/mask.ts';
import type { IdReaderEntry } from '../setup/schema.ts';
import type { CardReading } from '../views/identity.ts';

/** So long one question waits for a card; a page whose visitor is still there asks again. */
const WAIT_MS = 20_000;
/** A reader that is there answers at once. */
const TEST_MS = 1500;

type ReadFar = (entry: IdReaderEntry, asked: ReadFor) => Promise<CardOutcome>;

interface Known {
	entry: IdReaderEntry;
	reader: Pick<IdReader, 'read'>;
	far: VirtualIdReader | undefined;
	/** ends the question in work: who asks last is at the kiosk */
	stop: AbortController;
	busy: Promise<unknown>;
	state: IdReaderView['state'];
	at: number | null;
}

/**
 * The readers of identity cards of the hall file. A reader's wire is open only while a page of its kiosk asks for a card, and
 * what it reads is known to nobody but the page that asked: nothing of it is logged or stored.
 */
export class Readers {
	readonly #hall: Hall;
	readonly #onChanged: () => void;
	readonly #readFar: ReadFar;
	readonly #known = new Map<string, Known>();

	/** @param readFar asks a reader that hangs on another machine */
	constructor(hall: Hall, onChanged: () => void, readFar: ReadFar = () => Promise.resolve({ outcome: 'absent' })) {
		this.#readFar = readFar;
		this.#hall = hall;
		this.#onChanged = onChanged;
	}

	/**
	 * Asks the reader of a kiosk for a card, for some seconds at most.
	 * @param gone the page that asked is there no more
	 */
	async read(kiosk: string, gone: AbortSignal): Promise<CardReading> {
		const known = this.#at(kiosk);
		if (!known) return { outcome: 'absent' };
		known.stop.abort();
		known.stop = new AbortController();
		const signal = AbortSignal.any([gone, known.stop.signal]);
		this.#is(known, 'asked');
		const reading = known.busy.then(() => known.reader.read({ limitMs: WAIT_MS, signal }));
		known.busy = reading.catch(() => undefined);
		const read = await reading;
		this.#is(known, read.outcome);
		return read.outcome === 'read' ? this.#told(read.card.number) : read;
	}

	/** Asks whether a reader answers; of a card that lies there nothing is kept, and nobody who waits for one is disturbed. */
	async test(code: string): Promise<void> {
		const entry = this.#hall.setup.file.devices.idReaders.find((one) => one.code === code);
		const known = entry && this.#open(entry);
		if (!known || known.state === 'asked') return;
		const { signal } = known.stop;
		const reading = known.busy.then(() => known.reader.read({ limitMs: TEST_MS, signal }));
		known.busy = reading.catch(() => undefined);
		const { outcome } = await reading;
		// A visitor's question has taken its place.
		if (signal.aborted) return;
		this.#is(known, outcome === 'read' ? 'none' : outcome);
	}

	view(): IdReaderView[] {
		return this.#hall.setup.file.devices.idReaders.map((entry) => {
			const { far, state, at } = this.#open(entry);
			const laid = far?.card === undefined ? null : VIRTUAL_CARDS.indexOf(far.card);
			return {
				...{ code: entry.code, kiosk: entry.kiosk, virtual: far !== undefined, state, at, laid },
				cards: far ? VIRTUAL_CARDS.map(({ name }) => name) : [],
				knows: far ? ID_READER_FAULTS : [],
				faults: far?.faults() ?? []
			};
		});
	}

	/** Switches a fault of a virtual reader; false when there is no such reader, or it knows no such fault. */
	setFault(code: string, fault: string, on: boolean): boolean {
		const far = this.#far(code);
		const known = ID_READER_FAULTS.find((one) => one === fault);
		if (!far || !known) return false;
		far.setFault(known, on);
		this.#onChanged();
		return true;
	}

	/** Lays one of the invented cards on a virtual reader, or lifts it (null); false when there is no such reader or card. */
	lay(code: string, nth: number | null): boolean {
		const far = this.#far(code);
		const card: VirtualCard | undefined = nth === null ? undefined : VIRTUAL_CARDS[nth];
		if (!far || (nth !== null && !card)) return false;
		if (card) far.lay(card);
		else far.lift();
		this.#onChanged();
		return true;
	}

	/** The hall ends: nobody waits for a card any more. */
	async close(): Promise<void> {
		const all = [...this.#known.values()];
		for (const { stop } of all) stop.abort();
		await Promise.all(all.map(({ busy }) => busy));
		this.#hall.cards.clear();
	}

	/** What the page gets; a number that is none was not read right. */
	#told(given: string): CardReading {
		const identity = readIdentity(given, today(this.#hall));
		if (identity?.kind !== 'resident') return { outcome: 'unreadable' };
		const { number } = identity;
		const elder = isElder(number, today(this.#hall));
		return { outcome: 'read', card: this.#hall.cards.keep(number), shown: maskedNumber(number), elder };
	}

	#is(known: Known, state: IdReaderView['state']): void {
		known.state = state;
		known.at = this.#hall.clock.now();
		this.#onChanged();
	}

	#far(code: string): VirtualIdReader | undefined {
		const entry = this.#hall.setup.file.devices.idReaders.find((one) => one.code === code);
		return entry && this.#open(entry).far;
	}

	#at(kiosk: string): Known | undefined {
		const entry = this.#hall.setup.file.devices.idReaders.find((one) => one.kiosk === kiosk);
		return entry && this.#open(entry);
	}

	/** A new hall file may give a reader another wire. */
	#open(entry: IdReaderEntry): Known {
		const before = this.#known.get(entry.code);
		if (before && JSON.stringify(before.entry) === JSON.stringify(entry)) return before;
		before?.stop.abort();
		const { reader, far } = this.#reach(entry);
		const idle = { stop: new AbortController(), busy: Promise.resolve(), state: null, at: null };
		const known: Known = { entry, reader, far, ...idle };
		this.#known.set(entry.code, known);
		return known;
	}

	/** The reader at its wire, the far end too where that is a program; or by the machine that drives it. */
	#reach(entry: IdReaderEntry): Pick<Known, 'reader' | 'far'> {
		const { clock } = this.#hall;
		const { wire } = entry;
		if (entry.agent !== null) return { reader: { read: (asked) => this.#readFar(entry, asked) }, far: undefined };
		if (wire.kind !== 'virtual') return { reader: new IdReader(makeWire(wire), clock), far: undefined };
		const far = new VirtualIdReader(entry.code, clock);
		return { reader: new IdReader(far.wire, clock), far };
	}
}
