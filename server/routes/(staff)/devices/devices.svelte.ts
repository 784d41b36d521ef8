import type { Answer, Problem } from '#display/ask.ts';
import type { DeviceDetail, DeviceLine, WatchView } from '#server/views.ts';
import type { Press } from '../keyboard.ts';

export interface DevicesOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
}

export type DeviceDeed = 'test' | 'disable' | 'enable' | 'replace' | 'roll' | 'move' | 'reprint';
/** What is still asked before something is done. */
export type Asking = 'disable' | 'replace' | 'move';
export type DeviceTold = { kind: 'done'; deed: DeviceDeed } | { kind: 'refused'; code: Problem['code'] };

/** Devices that need a hand (`#sick`), of one zone, or of the whole hall (`#house`). */
export interface Shelf {
	key: string;
	zone: string | null;
	lines: DeviceLine[];
}

const ORDER: readonly DeviceLine['kind'][] = [
	'printer',
	'kiosk',
	'screen',
	'board',
	'bus',
	'pad-line',
	'id-reader',
	'scanner',
	'evaluator',
	'agent'
];

/** What the page of devices does: chooses one, shows its history, acts on it. One wish at a time. */
export class DevicesWork {
	view: WatchView = $state.raw() as WatchView;
	/** the chosen one, `printer/printer-1` */
	chosen: string | null = $state(null);
	detail: DeviceDetail | null = $state.raw(null);
	/** the history of the chosen one could not be fetched; the next news of the live line asks again */
	unread = $state(false);
	asking: Asking | null = $state(null);
	busy = $state(false);
	told: DeviceTold | null = $state.raw(null);
	help = $state(false);
	#options: DevicesOptions;

	constructor(view: WatchView, options: DevicesOptions) {
		this.view = view;
		this.#options = options;
	}

	/** The live line has something new; the one that is open is asked for again when it has changed. */
	receive(view: WatchView): void {
		const before = this.line;
		this.view = view;
		const { chosen, line } = this;
		if (chosen !== null && line && (this.unread || !before || worth(before) !== worth(line))) void this.#load(chosen);
	}

	get line(): DeviceLine | undefined {
		return this.view.devices.find((one) => keyOf(one) === this.chosen);
	}

	get sick(): DeviceLine[] {
		return this.view.devices.filter(needsHand);
	}

	/** How many devices nobody can say anything of. */
	get unknown(): number {
		return this.view.devices.filter(({ off, health }) => off === null && health === 'unknown').length;
	}

	/** Those that need a hand, from wherever they are; then the others by zone. */
	get shelves(): Shelf[] {
		const lines = this.view.devices.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
		const well = lines.filter((one) => !needsHand(one));
		const zones = [...this.view.zones.map(({ code }) => code), null];
		return [
			{ key: '#sick', zone: null, lines: lines.filter(needsHand) },
			...zones.map((zone) => ({ key: zone ?? '#house', zone, lines: well.filter((one) => one.zone === zone) }))
		].filter((shelf) => shelf.lines.length > 0);
	}

	async show(key: string): Promise<void> {
		this.chosen = key;
		this.asking = null;
		this.told = null;
		this.detail = null;
		this.unread = false;
		await this.#load(key);
	}

	close(): void {
		this.chosen = null;
		this.detail = null;
		this.asking = null;
		this.told = null;
	}

	/** Does something to the chosen device, or asks first what has to be known. */
	async act(deed: Exclude<DeviceDeed, 'reprint'>, body: Record<string, string | null> = {}): Promise<void> {
		if (this.chosen === null || this.busy) return;
		const key = this.chosen;
		const detail = await this.#ask<DeviceDetail>(`/devices/${escaped(key)}/${deed}`, body, deed);
		if (!detail) return;
		if (this.chosen !== key) return;
		this.asking = null;
		this.detail = detail;
	}

	/** Prints a slip once more: the same number, marked. */
	async reprint(slip: number): Promise<void> {
		if (!this.busy) await this.#ask(`/slips/${String(slip)}/reprint`, {}, 'reprint');
	}

	press({ code, repeat, typing }: Press): boolean {
		if (code === 'Escape') return this.#back();
		if (typing) return false;
		if (code === 'ArrowDown' || code === 'ArrowUp') return this.#step(code === 'ArrowDown' ? 1 : -1);
		return code === 'KeyT' && this.#test(repeat);
	}

	/** A key that is held down tests once. */
	#test(repeat: boolean): boolean {
		if (!this.view.acts || this.line?.tests !== true || this.asking !== null) return false;
		if (!repeat) void this.act('test');
		return true;
	}

	#step(by: number): boolean {
		const keys = this.shelves.flatMap(({ lines }) => lines.map(keyOf));
		const at = keys.indexOf(this.chosen ?? '');
		const next = keys[at < 0 ? 0 : Math.max(0, Math.min(keys.length - 1, at + by))];
		if (next !== undefined && next !== this.chosen) void this.show(next);
		return next !== undefined;
	}

	#back(): boolean {
		if (this.help) this.help = false;
		else if (this.asking) this.asking = null;
		else if (this.chosen !== null) this.close();
		else return false;
		return true;
	}

	async #load(key: string): Promise<void> {
		const answer = await this.#options.ask<DeviceDetail>('GET', `/devices/${escaped(key)}`);
		if (this.chosen !== key) return;
		this.unread = !answer.ok && answer.problem.code === 'offline';
		if (answer.ok) this.detail = answer.value;
		else if (!this.unread) this.told = { kind: 'refused', code: answer.problem.code };
	}

	async #ask<T>(path: string, body: object, deed: DeviceDeed): Promise<T | null> {
		const { chosen } = this;
		this.busy = true;
		const answer = await this.#options.ask<T>('POST', path, body);
		this.busy = false;
		// What is said of one device must not stand beside another.
		if (this.chosen === chosen)
			this.told = answer.ok ? { kind: 'done', deed } : { kind: 'refused', code: answer.problem.code };
		return answer.ok ? answer.value : null;
	}
}

export function keyOf({ kind, code }: Pick<DeviceLine, 'kind' | 'code'>): string {
	return `${kind}/${code}`;
}

/** What is told of a device beside its state: one out of work needs nobody, paper that ends soon does. */
function needsHand({ off, health, printer }: DeviceLine): boolean {
	return off === null && (health === 'down' || health === 'warn' || printer?.left.soon === true);
}

/** What a device is drawn as. */
export function lookOf({ off, health, printer }: DeviceLine): DeviceLine['health'] | 'off' {
	if (off) return 'off';
	return health === 'good' && printer?.left.soon === true ? 'warn' : health;
}

function escaped(key: string): string {
	return key.split('/').map(encodeURIComponent).join('/');
}

/** What makes it worth while to ask again: not that it was heard once more. */
function worth(line: DeviceLine): string {
	return JSON.stringify({ ...line, heardAt: null });
}
