import type { Answer, Problem } from '#display/ask.ts';
import type {
	HallBlock,
	SampleName,
	SignView,
	SlipKindName,
	SlipKindView,
	SlipPreview,
	SlipsView
} from '#server/slips/view.ts';
import type { Text } from '#server/views.ts';
import { draftOf, isWhole, lackingIn, moved, type SlipDraft } from './blocks.ts';

export interface SlipOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	/** does it after so many milliseconds; the answer takes it back */
	later: (ms: number, act: () => void) => () => void;
}

export type SlipTold =
	{ kind: 'saved' | 'printed' | 'restored' } | { kind: 'refused'; code: Problem['code']; detail: string };

/** Long enough for a word to be typed, short enough to be taken for at once. */
const PREVIEW_MS = 250;
const AGAIN_MS = 3000;

/** What the page of slips does. A draft of each kind is kept until it is saved or dropped. */
export class SlipDesk {
	view: SlipsView = $state.raw({} as SlipsView);
	kind: SlipKindName = $state('ticket');
	/** the block that is chosen */
	at = $state(0);
	/** the file of the hall's sign */
	logo: string | null = $state(null);
	drafts: Partial<Record<SlipKindName, SlipDraft>> = $state({});
	preview: SlipPreview | null = $state.raw(null);
	stale = $state(false);
	busy = $state(false);
	told: SlipTold | null = $state.raw(null);
	help = $state(false);
	sample: SampleName = $state('usual');
	lang: 'zh-CN' | 'en' = $state('zh-CN');
	model = $state('generic');
	printer = $state('');
	#options: SlipOptions;
	#cancel: () => void = () => undefined;
	#asked = 0;

	constructor(view: SlipsView, options: SlipOptions) {
		this.#options = options;
		this.#take(view);
		this.printer = view.printers[0]?.code ?? '';
		this.model = view.printers[0]?.model ?? 'generic';
	}

	get current(): SlipKindView {
		const found = this.view.kinds.find(({ kind }) => kind === this.kind);
		if (!found) throw new Error(`no slip ${this.kind}`);
		return found;
	}

	get draft(): SlipDraft {
		return this.drafts[this.kind] ?? draftOf(this.current);
	}

	/** Kinds with changes that are not saved. */
	get unsaved(): SlipKindName[] {
		const changed = (kind: SlipKindView): boolean => {
			const draft = this.drafts[kind.kind];
			return draft !== undefined && JSON.stringify(draft) !== JSON.stringify(draftOf(kind));
		};
		const kinds = this.view.kinds.filter(changed).map(({ kind }) => kind);
		return kinds.length === 0 && this.logo !== this.view.sign.file ? [this.kind] : kinds;
	}

	/** What keeps it from being saved: blocks that must be there, a text or a note in one language only. */
	get lacks(): string[][] {
		return lackingIn(this.draft.blocks, this.current.must);
	}

	get wordless(): boolean {
		return this.draft.blocks.some(({ block, text }) => block === 'text' && !isWhole(text));
	}

	get halfNote(): boolean {
		const { zh, en } = this.draft.note;
		return (zh.trim() === '') !== (en.trim() === '');
	}

	get savable(): boolean {
		const sound = this.lacks.length === 0 && !this.wordless && !this.halfNote;
		return this.view.edits && sound && this.unsaved.includes(this.kind);
	}

	/** Turns to another kind; what was changed of the former one stays as a draft. */
	turn(kind: SlipKindName): void {
		this.kind = kind;
		this.at = 0;
		this.told = null;
		this.look();
	}

	/** Changes the draft of this kind, and shows what comes of it. */
	change(blocks: HallBlock[], at = this.at): void {
		this.drafts[this.kind] = { ...this.draft, blocks, builtIn: false };
		this.at = Math.max(0, Math.min(at, blocks.length - 1));
		this.told = null;
		this.#soon(PREVIEW_MS);
	}

	set(index: number, change: Partial<HallBlock>): void {
		this.change(this.draft.blocks.map((one, i) => (i === index ? { ...one, ...change } : one)));
	}

	move(index: number, by: -1 | 1): void {
		this.change(moved(this.draft.blocks, index, by), index + by);
	}

	remove(index: number): void {
		if (!this.removable(index)) return;
		this.change(this.draft.blocks.filter((_, i) => i !== index));
	}

	/** Whether the slip can do without that block. */
	removable(index: number): boolean {
		const { blocks } = this.draft;
		const left = blocks.filter((_, i) => i !== index);
		return left.length > 0 && lackingIn(left, this.current.must).length <= this.lacks.length;
	}

	add(block: string): void {
		const at = Math.min(this.at + 1, this.draft.blocks.length);
		const known = this.current.builtIn.find((one) => one.block === block) ?? { block };
		const one = block === 'text' ? { block, align: 'center' as const, text: { zh: '', en: '' } } : { ...known };
		this.change(this.draft.blocks.toSpliced(at, 0, one), at);
	}

	write(note: Partial<Text>): void {
		this.drafts[this.kind] = { ...this.draft, note: { ...this.draft.note, ...note } };
		this.told = null;
		this.#soon(PREVIEW_MS);
	}

	/** As if nothing had been changed since it was saved. */
	undo(): void {
		this.drafts = Object.fromEntries(Object.entries(this.drafts).filter(([kind]) => kind !== this.kind));
		this.logo = this.view.sign.file;
		this.told = null;
		this.at = 0;
		this.look();
	}

	restore(): void {
		this.drafts[this.kind] = { ...this.draft, blocks: [...this.current.builtIn], builtIn: true };
		this.told = { kind: 'restored' };
		this.at = 0;
		this.look();
	}

	/** Takes a picture's bytes, in base64, as the sign. */
	async upload(file: string): Promise<void> {
		const kept = await this.#ask<{ file: string }>('/slips/sign', { file });
		if (kept) this.choose(kept.file);
	}

	choose(logo: string | null): void {
		this.logo = logo;
		this.told = null;
		this.look();
	}

	async save(): Promise<void> {
		if (!this.savable) return;
		const { kind } = this;
		const view = await this.#ask<SlipsView>(`/slips/layouts/${kind}`, { ...this.#wanted(), basis: this.view.basis });
		if (!view) return;
		this.drafts = Object.fromEntries(Object.entries(this.drafts).filter(([one]) => one !== kind));
		this.#take(view);
		this.told = { kind: 'saved' };
	}

	async print(): Promise<void> {
		if (this.wordless || this.halfNote) return;
		const { kind, lang, sample, printer } = this;
		if (await this.#ask('/slips/test', { ...this.#wanted(), kind, lang, sample, printer })) {
			this.told = { kind: 'printed' };
		}
	}

	/** Shows what would be printed now. */
	look(): void {
		this.#soon(0);
	}

	get sign(): SignView {
		return this.preview?.sign ?? this.view.sign;
	}

	#take(view: SlipsView): void {
		this.view = view;
		this.logo = view.sign.file;
	}

	#wanted(): { blocks: HallBlock[] | null; note: Text | null; logo: string | null } {
		const { blocks, builtIn, note } = this.draft;
		const written = isWhole(note) ? note : null;
		return { blocks: builtIn ? null : blocks, note: written, logo: this.logo };
	}

	#soon(ms: number): void {
		this.#cancel();
		this.#cancel = this.#options.later(ms, () => void this.#show());
	}

	/** Only the newest answer counts; without one it is asked again. */
	async #show(): Promise<void> {
		const mine = (this.#asked += 1);
		const { kind, lang, sample, model } = this;
		const wanted = this.#wanted();
		// A text that is being written is shown as far as it is written.
		const blocks = wanted.blocks?.filter(({ block, text }) => block !== 'text' || isWhole(text)) ?? null;
		const asked = { ...wanted, blocks: blocks?.length === 0 ? null : blocks, kind, lang, sample, model };
		const answer = await this.#options.ask<SlipPreview>('POST', '/slips/preview', asked);
		if (mine !== this.#asked) return;
		this.stale = !answer.ok && answer.problem.code === 'offline';
		if (answer.ok) this.preview = answer.value;
		else if (this.stale) this.#soon(AGAIN_MS);
		else this.#refused(answer.problem);
	}

	async #ask<T>(path: string, body: object): Promise<T | null> {
		if (this.busy) return null;
		this.busy = true;
		const answer = await this.#options.ask<T>('POST', path, body);
		this.busy = false;
		if (answer.ok) return answer.value;
		this.#refused(answer.problem);
		return null;
	}

	#refused({ code, detail }: Problem): void {
		this.told = { kind: 'refused', code, detail };
	}
}
