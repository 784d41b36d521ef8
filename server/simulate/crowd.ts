import type { LegRow, TicketRow } from '#db/schema.ts';
import { cancel } from '../tickets/end.ts';
import type { Held } from '../tickets/held.ts';
import { issueTicket, type Issued } from '../tickets/issue.ts';
import { settleClaim } from '../tickets/claim.ts';
import { comeBack } from '../tickets/serve.ts';
import type { Hall } from '../hall.ts';
import { VISITOR } from '../people/access.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import { book } from '../appointments/book.ts';
import { checkIn } from '../appointments/check-in.ts';
import { zoneOfQueue } from '../setup/places.ts';
import type { Visitor } from '../rush/draw.ts';
import type { Floor } from './floor.ts';
import type { Stage } from './stage.ts';

/** Somebody in the hall: what fate has in store, and what is known of the ticket. */
export interface Person {
	visitor: Visitor;
	ticket: TicketRow;
	/** the service that is still to be given, ms */
	leftMs: number;
	/** whether the interruption of the service has been */
	parked: boolean;
	onward: Visitor['onward'];
	/** out of patience and gone without a word */
	gone: boolean;
	waiting: boolean;
	calls: number;
	/** how many of the items that follow have begun */
	chained: number;
	/** the clerk's wrong key has been pressed */
	undone: boolean;
	/** where it waited last */
	place: Pick<LegRow, 'queue' | 'for_window'>;
}

const GUIDE: Who = { role: 'guide', name: 'staff:guide' };

const NEW = { parked: false, gone: false, waiting: true, calls: 0, chained: 0, undone: false };

/** Everybody who comes on a day: takes a number, waits as long as patience lasts, comes back after having been missed. */
export class Crowd {
	readonly #hall: Hall;
	readonly #stage: Stage;
	readonly #floor: Floor;
	readonly #seed: number;
	readonly #people = new Map<number, Person>();
	/** what those who have booked show at the kiosk, by visitor */
	readonly #booked = new Map<number, string>();
	/** why no number was given, and how often */
	readonly refused = new Map<string, number>();
	/** is told of every number given */
	onIssued: () => void = () => undefined;

	constructor(hall: Hall, { stage, floor, seed }: { stage: Stage; floor: Floor; seed: number }) {
		this.#hall = hall;
		this.#stage = stage;
		this.#floor = floor;
		this.#seed = seed;
	}

	/** Books what they have booked, and lets them come, each at the own time. */
	async expect(visitors: readonly Visitor[]): Promise<void> {
		for (const visitor of visitors) {
			if (visitor.slot !== null) await this.#book(visitor, visitor.slot);
			if (!visitor.away) this.#comes(visitor);
		}
	}

	#comes(visitor: Visitor): void {
		const { clock } = this.#stage;
		clock.after(visitor.comes - clock.now(), () => this.#stage.go(() => this.#visit(visitor)));
	}

	/** Before the day began; a place that cannot be had is none, and its owner just comes. */
	async #book(visitor: Visitor, slot: number): Promise<void> {
		const { item, nth } = visitor;
		const wish = { item, slot, person: this.#person(visitor), intent: `booked-${this.#seed}-${nth}`, lang: 'zh-CN' };
		const booked = await book(this.#hall, GUIDE, { ...wish, device: null });
		if (booked.ok) this.#booked.set(nth, booked.value.token);
	}

	/** A document that nobody has, where the item asks whose the number is. */
	#person({ item, nth }: Visitor): string | null {
		return this.#hall.setup.items.get(item)?.identity === 'none' ? null : `SIM${this.#seed}N${nth}`;
	}

	/** Who holds a ticket. */
	person(ticket: number): Person {
		const person = this.#people.get(ticket);
		if (!person) throw new Error(`nobody holds ticket ${String(ticket)}`);
		return person;
	}

	/** Who holds the ticket that was just called, as it stands now. */
	called({ ticket, leg: place }: Held): Person {
		const person = this.person(ticket.id);
		Object.assign(person, { ticket, place, waiting: false, calls: person.calls + 1 });
		return person;
	}

	/** Whether nobody comes to this call. */
	isAbsent({ gone, calls, visitor }: Person): boolean {
		if (gone) return true;
		return calls === 1 ? visitor.noShow : calls === 2 && visitor.noShow && visitor.noShowAgain;
	}

	/** The window was freed: back in the old place. */
	waitsAgain(person: Person): Person['place'] {
		person.waiting = true;
		return person.place;
	}

	/** The next item of a chain begins. */
	goesOn(person: Person): void {
		person.leftMs = person.visitor.chainMs[person.chained] ?? 0;
		person.chained += 1;
		person.waiting = true;
	}

	/** Back into the order after `ms`, by the phone page; too late is too late. */
	comesBack(person: Person, ms: number): void {
		this.#stage.go(async () => {
			await this.#stage.sleep(ms);
			const { id, token } = person.ticket;
			const back = await comeBack(this.#hall, VISITOR, id, { token });
			if (!back.ok) return;
			person.waiting = true;
			this.#floor.offer(back.value.leg);
		});
	}

	async #visit(visitor: Visitor): Promise<void> {
		const issued = await this.#takeNumber(visitor);
		if (!issued.ok) {
			this.refused.set(issued.refusal, (this.refused.get(issued.refusal) ?? 0) + 1);
			return;
		}
		const { ticket, leg } = issued.value;
		const { serviceMs: leftMs, onward } = visitor;
		const person: Person = { ...NEW, visitor, ticket, leftMs, onward, place: leg };
		this.#people.set(ticket.id, person);
		this.onIssued();
		this.#floor.offer(leg);
		if (ticket.claim === 'open') this.#showsPapers(person);
		if (visitor.patienceMs !== null) await this.#waits(person, visitor.patienceMs);
	}

	#takeNumber(visitor: Visitor): Promise<Result<Issued>> {
		const { item, class: priority, nth } = visitor;
		const wish = { class: priority, intent: `day-${this.#seed}-${nth}`, lang: 'zh-CN', device: this.#device(visitor) };
		const token = this.#booked.get(nth);
		const who = this.#kiosk(visitor);
		if (token !== undefined) return checkIn(this.#hall, who, { ...wish, by: { token }, ordinary: true, slip: true });
		return issueTicket(this.#hall, who, { ...wish, item, person: this.#person(visitor) });
	}

	/** The guide desk looks at a claim that it must see, if the visitor is still there. */
	#showsPapers({ visitor, ticket }: Person): void {
		if (this.#hall.setup.classes.get(ticket.class)?.policy !== 'desk') return;
		this.#stage.go(async () => {
			await this.#stage.sleep(visitor.deskMs);
			const shown = { class: ticket.class, seen: true, reason: null };
			const wish = visitor.claimShown ? shown : { class: 'ordinary', seen: true, reason: 'nothing shown' };
			await settleClaim(this.#hall, GUIDE, ticket.id, wish);
		});
	}

	async #waits(person: Person, patienceMs: number): Promise<void> {
		await this.#stage.sleep(patienceMs);
		if (!person.waiting || person.calls > 0) return;
		person.gone = true;
		if (!person.visitor.tells) return;
		const { id, token } = person.ticket;
		const left = await cancel(this.#hall, VISITOR, id, { token, reason: null });
		if (left.ok) person.waiting = false;
	}

	#kiosk(visitor: Visitor): Who {
		return { role: 'kiosk', name: `device:${this.#device(visitor) ?? 'kiosk'}` };
	}

	/** A kiosk of the queue's zone, else any; visitors take the next one in turn. */
	#device({ queue, nth }: Visitor): string | null {
		const { setup } = this.#hall;
		const kiosks = setup.file.devices.kiosks;
		const near = kiosks.filter((one) => one.zones?.includes(zoneOfQueue(setup, queue)) ?? false);
		const open = near.length > 0 ? near : kiosks.filter((one) => one.zones === null);
		const some = open.length > 0 ? open : kiosks;
		return some[nth % Math.max(1, some.length)]?.code ?? null;
	}
}
