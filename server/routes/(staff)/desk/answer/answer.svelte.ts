import type { Problem } from '#display/ask.ts';
import type { Lang } from '#display/words/index.ts';
import type { KnowledgeEntryView, KnowledgeFound, KnowledgeHit, ReferralDraft, ReferralView } from '#server/views.ts';
import { figureOf, type Press } from '../../keyboard.ts';
import type { DeskWork } from '../desk.svelte.ts';
import type { DeskPanel } from '../panels.ts';
import { blankRecord, blankReferral, isSendable, knownOf, recordWish, type Noted, type Referral } from './forms.ts';

/** What the last wish came to. */
export type AnswerTold =
	| { kind: 'asked'; code: string; day: string }
	| { kind: 'referred'; referral: ReferralView }
	| { kind: 'unconfirmed' }
	| { kind: 'refused'; code: Exclude<Problem['code'], 'offline'>; detail: string };

type Step = 'search' | 'read' | 'record' | 'refer';

/**
 * Answer or lead (G-03, Q-01): one search over entries, items, windows and departments; what was found read large, with whom
 * to ask where the desk may not answer; a slip that says where to go, or a number for the window. Nothing found: Enter twice
 * keeps the question, with its owner and its deadline.
 */
export class AnswerSheet implements DeskPanel {
	readonly action = 'answer';
	step: Step = $state('search');
	question = $state('');
	hits: KnowledgeHit[] = $state.raw([]);
	/** what was answered last; a question that has no answer yet has found nothing so far */
	answered = $state('');
	at = $state(0);
	open: KnowledgeEntryView | null = $state.raw(null);
	record: Noted = $state(blankRecord(''));
	referral: Referral = $state(blankReferral(null));
	/** in which language the visitor reads */
	lang: Lang = $state('zh-CN');
	busy = $state(false);
	told: AnswerTold | null = $state.raw(null);
	/** the search box wants the keyboard; the page gives it */
	wanted = $state(true);
	#desk: DeskWork;
	#intent: string;
	/** Enter was pressed before the answer to this had come: what it finds is opened then */
	#awaited = '';

	constructor(desk: DeskWork) {
		this.#desk = desk;
		this.#intent = desk.intent();
	}

	/** Departments that have a liaison. */
	get departments(): DeskWork['view']['questions']['departments'] {
		return this.#desk.view.questions.departments;
	}

	/** Searches while one types; an answer that comes late is none. */
	async search(question: string): Promise<void> {
		this.question = question;
		this.#awaited = '';
		this.told = null;
		if (question.trim() === '') {
			this.hits = [];
			this.answered = '';
			return;
		}
		const answer = await this.#desk.ask<KnowledgeFound>('GET', `/knowledge/search/${encodeURIComponent(question)}`);
		if (this.question !== question || !answer.ok) return;
		this.hits = answer.value.hits;
		this.answered = question;
		this.at = 0;
		if (this.#awaited === question) this.#enter(false);
	}

	/** Opens what was found; the question counts as asked then. */
	async choose(hit: KnowledgeHit): Promise<void> {
		this.#count();
		await this.read(hit.key);
	}

	/** Opens the thing of that key, `item:card-new`; false when there is none. */
	async read(key: string): Promise<boolean> {
		const answer = await this.#desk.ask<KnowledgeEntryView>('GET', `/knowledge/${encodeURIComponent(key)}`);
		if (answer.ok) {
			this.open = answer.value;
			this.step = 'read';
		} else this.#refuse(answer.problem);
		return answer.ok;
	}

	/** Takes a number for one of the items, in the desk's own way: with its priority and whoever has to be named. */
	lead(index: number): void {
		const item = this.open?.items[index];
		if (!item) return;
		this.#desk.back();
		this.#desk.choose('take');
		this.#desk.type(item.name.zh);
	}

	/** Prints where to go, or shows it for the phone only; what is not known has to be written first. */
	async refer(print: boolean): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		const { key, title, fields } = this.referral;
		const written = this.step === 'refer' ? fields : {};
		const wish = { key, title, written, print, lang: this.lang, intent: this.#intent };
		const answer = await this.#desk.ask<ReferralView>('POST', '/referrals', wish);
		this.busy = false;
		if (answer.ok) {
			this.#intent = this.#desk.intent();
			this.told = { kind: 'referred', referral: answer.value };
			if (this.step === 'refer') this.#goBack();
		} else {
			this.#refuse(answer.problem);
			if (answer.problem.code === 'referral-incomplete') await this.write();
		}
	}

	/** Opens what is known of the way there, to be changed; what was written before that has come stays. */
	async write(): Promise<void> {
		const key = this.open?.key ?? null;
		this.referral = blankReferral(key);
		this.step = 'refer';
		if (key === null) return;
		const known = await this.#desk.ask<ReferralDraft>('GET', `/referrals/known/${encodeURIComponent(key)}`);
		if (!known.ok || this.referral.key !== key) return;
		this.referral = { ...this.referral, fields: { ...knownOf(known.value), ...this.referral.fields } };
	}

	/** Nothing was found, or not what was asked: it is kept as a question. */
	begin(): void {
		this.#count();
		this.told = null;
		this.record = blankRecord(this.question.trim());
		this.step = 'record';
	}

	get sendable(): boolean {
		return isSendable(this.record);
	}

	/** Keeps the question: code and deadline are told at once and printed (Q-03, K-10). */
	async keep(): Promise<void> {
		if (this.busy || !this.sendable) return;
		this.busy = true;
		const wish = recordWish(this.record, { words: this.question.trim(), lang: this.lang, intent: this.#intent });
		const answer = await this.#desk.ask<{ code: string; dueDay: string | null }>('POST', '/questions', wish);
		this.busy = false;
		if (!answer.ok) {
			this.#refuse(answer.problem);
			return;
		}
		this.#intent = this.#desk.intent();
		this.told = { kind: 'asked', code: answer.value.code, day: answer.value.dueDay ?? '' };
		this.step = 'search';
		this.question = '';
		this.hits = [];
		this.wanted = true;
	}

	press({ code, typing, repeat }: Press): boolean {
		if (code === 'Escape') return this.#back();
		if (this.step === 'search') return this.#pressInSearch(code, typing, repeat);
		if (this.step === 'record' || this.step === 'refer') return false;
		return !typing && !repeat && this.#pressInRead(code);
	}

	#pressInSearch(code: string, typing: boolean, repeat: boolean): boolean {
		if (code === 'ArrowDown' || code === 'ArrowUp') this.#move(code === 'ArrowDown' ? 1 : -1);
		else if (code === 'Enter' || code === 'NumpadEnter') this.#enter(repeat);
		else if (code === 'KeyQ' && !typing) this.wanted = true;
		else return false;
		return true;
	}

	#pressInRead(code: string): boolean {
		const figure = figureOf(code);
		if (figure !== null && this.open?.items[figure - 1]) this.lead(figure - 1);
		else if (code === 'KeyP') void this.#send(true);
		else if (code === 'KeyM') void this.#send(false);
		else if (code === 'KeyR') void this.write();
		else if (code === 'KeyN') this.begin();
		else return false;
		return true;
	}

	/** The thing that is open, as it is known. */
	#send(print: boolean): Promise<void> {
		this.referral = blankReferral(this.open?.key ?? null);
		return this.refer(print);
	}

	#enter(repeat: boolean): void {
		if (repeat || this.question.trim() === '') return;
		const hit = this.hits[this.at];
		if (this.answered !== this.question) this.#awaited = this.question;
		else if (hit) void this.choose(hit);
		else this.begin();
	}

	#move(by: number): void {
		this.at = Math.min(Math.max(this.at + by, 0), Math.max(0, this.hits.length - 1));
	}

	/** One step back; the sheet closes from an empty search. */
	#back(): boolean {
		if (this.step === 'search' && this.question === '') return false;
		if (this.step === 'search') void this.search('');
		else this.#goBack();
		return true;
	}

	#goBack(): void {
		const reads = this.step !== 'read' && this.open !== null;
		if (!reads) this.open = null;
		this.step = reads ? 'read' : 'search';
		this.wanted = !reads;
	}

	#count(): void {
		if (this.question.trim() !== '') void this.#desk.ask('POST', '/knowledge/asked', { question: this.question });
	}

	#refuse({ code, detail }: Problem): void {
		this.told = code === 'offline' ? { kind: 'unconfirmed' } : { kind: 'refused', code, detail };
	}
}
