import type { Answer, Problem } from '#display/ask.ts';
import type {
	KnowledgeDesk,
	KnowledgeEntryView,
	KnowledgeFound,
	KnowledgeHit,
	KnowledgeVersionView,
	Topics
} from '#server/views.ts';
import type { Press } from '../keyboard.ts';
import { blankDraft, draftOf, pathOf, wishOf, type Draft } from './draft.ts';

export type Act = KnowledgeVersionView['acts'][number];

export interface KnowledgeOptions {
	ask: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<T>>;
	newIntent: () => string;
}

/** What the last command came to. */
export type KnowledgeTold =
	| { kind: 'saved' | 'submitted' | 'done' | 'unconfirmed' }
	| { kind: 'recorded'; code: string }
	| { kind: 'refused'; code: Exclude<Problem['code'], 'offline'>; detail: string };

/** The key of each act, beside its button. */
export const ACT_KEYS: Record<Act, string> = {
	rewrite: 'E',
	submit: 'S',
	approve: 'P',
	return: 'R',
	discard: 'X',
	retire: 'T'
};

/** These ask for a reason first. */
const REASONED: readonly Act[] = ['return', 'retire'];

/** Searching, reading and writing the knowledge base, without a page. What may be done comes from the server. */
export class KnowledgeWork {
	view: KnowledgeDesk = $state.raw() as KnowledgeDesk;
	question = $state('');
	hits: KnowledgeHit[] = $state.raw([]);
	/** what was answered last; a question that has no answer yet has found nothing so far */
	answered = $state('');
	/** the row that Enter opens */
	at = $state(0);
	open: KnowledgeEntryView | null = $state.raw(null);
	draft: Draft | null = $state(null);
	/** read when the page opens, for who writes */
	topics: Topics | null = $state.raw(null);
	/** an act that still asks for its reason */
	reasoning: { act: Act; version: KnowledgeVersionView; reason: string } | null = $state(null);
	busy = $state(false);
	told: KnowledgeTold | null = $state.raw(null);
	help = $state(false);
	/** the search box wants the keyboard; the page gives it */
	wanted = $state(true);
	#options: KnowledgeOptions;
	/** Enter was pressed before the answer to this had come: what it finds is opened then */
	#awaited = '';

	constructor(view: KnowledgeDesk, options: KnowledgeOptions) {
		this.view = view;
		this.#options = options;
	}

	/** Searches while one types; an answer that comes late is none. */
	async search(question: string): Promise<void> {
		this.question = question;
		this.#awaited = '';
		if (question.trim() === '') {
			[this.hits, this.answered] = [[], ''];
			return;
		}
		const answer = await this.#options.ask<KnowledgeFound>('GET', `/knowledge/search/${encodeURIComponent(question)}`);
		if (this.question !== question || !answer.ok) return;
		this.hits = answer.value.hits;
		this.answered = question;
		this.at = 0;
		if (this.#awaited === question) this.#enter();
	}

	/** Opens what was found; the question counts as asked then. */
	async choose(hit: KnowledgeHit): Promise<void> {
		this.#count();
		await this.show(hit.key);
	}

	async show(key: string): Promise<void> {
		this.told = null;
		this.draft = null;
		this.reasoning = null;
		await this.#read(key);
	}

	begin(version: KnowledgeVersionView | null): void {
		if (!this.view.writes) return;
		this.told = null;
		this.draft = version ? draftOf(version) : blankDraft(this.#options.newIntent());
	}

	/** A new version, from the one in force. */
	renew(): void {
		const [newest] = this.open?.versions ?? [];
		if (!this.open?.renews || !newest) return;
		this.draft = { ...draftOf(newest), version: null, intent: this.#options.newIntent() };
	}

	/** Saves the draft, and gives it to be reviewed where that is wished. */
	async save(submit: boolean): Promise<void> {
		const { draft } = this;
		if (!draft || this.busy) return;
		this.busy = true;
		const path = draft.version === null ? '/knowledge' : pathOf(draft.entry ?? 0, draft.version, 'rewrite');
		const saved = await this.#options.ask<KnowledgeVersionView>('POST', path, wishOf(draft));
		if (!saved.ok) this.#refuse(saved.problem);
		else if (submit) {
			const { entry, version } = saved.value;
			this.draft = { ...draft, entry, version };
			await this.#send(entry, version, { act: 'submit', body: { override: draft.override } });
		} else await this.#finish('saved', saved.value.entry);
		this.busy = false;
	}

	async act(version: KnowledgeVersionView, act: Act): Promise<void> {
		if (this.busy) return;
		this.told = null;
		if (act === 'rewrite') this.begin(version);
		else if (REASONED.includes(act)) this.reasoning = { act, version, reason: '' };
		else await this.#sendOnce(version, act, act === 'submit' ? { override: false } : {});
	}

	/** What was not found is kept as a question; its answer comes back, and into the base. */
	async record(): Promise<void> {
		const text = this.question.trim();
		if (this.busy || text === '') return;
		this.busy = true;
		this.#count();
		const wish = { text, words: text, intent: this.#options.newIntent() };
		const kept = await this.#options.ask<{ code: string }>('POST', '/questions', wish);
		if (kept.ok) this.told = { kind: 'recorded', code: kept.value.code };
		else this.#refuse(kept.problem);
		this.busy = false;
	}

	/** What was asked most, and what the base has no answer to. */
	async turnTopics(span: Topics['span']): Promise<void> {
		const answer = await this.#options.ask<Topics>('GET', `/knowledge/topics/${span}`);
		if (answer.ok) this.topics = answer.value;
	}

	/** Sends the act that asked for a reason. */
	async reasoned(): Promise<void> {
		const { reasoning } = this;
		if (!reasoning || this.busy || reasoning.reason.trim() === '') return;
		await this.#sendOnce(reasoning.version, reasoning.act, { reason: reasoning.reason });
	}

	/** @returns whether the key was this page's */
	press({ code, typing }: Press): boolean {
		if (code === 'Escape') return this.#back(typing);
		if (this.draft || this.reasoning) return false;
		if (code === 'ArrowDown' || code === 'ArrowUp') return this.#move(code === 'ArrowDown' ? 1 : -1);
		if (code === 'Enter' || code === 'NumpadEnter') return this.#enter();
		return typing ? false : this.#letter(code);
	}

	#letter(code: string): boolean {
		if (code === 'Slash' || code === 'F1') this.help = !this.help;
		else if (code === 'KeyQ') this.wanted = true;
		else if (code === 'KeyN') this.begin(null);
		else if (code === 'KeyV') this.renew();
		else return this.#actKey(code);
		return true;
	}

	#actKey(code: string): boolean {
		for (const version of this.open?.versions ?? []) {
			const act = version.acts.find((one) => code === `Key${ACT_KEYS[one]}`);
			if (act === undefined) continue;
			void this.act(version, act);
			return true;
		}
		return false;
	}

	#move(by: number): boolean {
		this.at = Math.min(Math.max(this.at + by, 0), Math.max(0, this.hits.length - 1));
		return true;
	}

	#enter(): boolean {
		if (this.question.trim() === '') return true;
		const hit = this.hits[this.at];
		if (this.answered !== this.question) this.#awaited = this.question;
		else if (hit) void this.choose(hit);
		else this.#count();
		return true;
	}

	/** Closes the innermost; in an empty search box it leaves the box. */
	#back(typing: boolean): boolean {
		if (this.help) this.help = false;
		else if (this.reasoning) this.reasoning = null;
		else if (this.draft) this.draft = null;
		else if (typing && this.question !== '') void this.search('');
		else if (typing) return false;
		else [this.open, this.wanted] = [null, true];
		return true;
	}

	#count(): void {
		void this.#options.ask('POST', '/knowledge/asked', { question: this.question });
	}

	async #read(key: string): Promise<void> {
		const answer = await this.#options.ask<KnowledgeEntryView>('GET', `/knowledge/${encodeURIComponent(key)}`);
		if (answer.ok) this.open = answer.value;
		else {
			this.open = null;
			this.#refuse(answer.problem);
		}
	}

	async #sendOnce({ entry, version }: KnowledgeVersionView, act: Act, body: object): Promise<void> {
		this.busy = true;
		await this.#send(entry, version, { act, body });
		this.busy = false;
	}

	async #send(entry: number, version: number, { act, body }: { act: Act; body: object }): Promise<void> {
		const answer = await this.#options.ask('POST', pathOf(entry, version, act), body);
		if (answer.ok) await this.#finish(act === 'submit' ? 'submitted' : 'done', entry);
		else this.#refuse(answer.problem);
	}

	async #finish(kind: 'saved' | 'submitted' | 'done', entry: number): Promise<void> {
		this.draft = null;
		this.reasoning = null;
		await this.#read(`entry:${String(entry)}`);
		const open = await this.#options.ask<KnowledgeVersionView[]>('GET', '/knowledge/open');
		if (open.ok) this.view = { ...this.view, open: open.value };
		this.told = { kind };
	}

	#refuse({ code, detail }: Problem): void {
		this.told = code === 'offline' ? { kind: 'unconfirmed' } : { kind: 'refused', code, detail };
	}
}
