import type { DirectoryEntry, KnowledgeEntryView, KnowledgeFound, KnowledgeHit } from '#server/views.ts';
import type { TelephoneOptions } from './telephone.svelte.ts';

/** The search beside a call: what is found in the knowledge base, with the telephone numbers in it. */
export class Lookup {
	question = $state('');
	hits: KnowledgeHit[] = $state.raw([]);
	answered = $state('');
	at = $state(0);
	open: KnowledgeEntryView | null = $state.raw(null);
	/** the search box wants the keyboard */
	wanted = $state(false);
	#entries: readonly DirectoryEntry[] = $state.raw([]);
	#ask: TelephoneOptions['ask'];

	constructor(ask: TelephoneOptions['ask']) {
		this.#ask = ask;
	}

	numbersOf(key: string): readonly string[] {
		return this.#entries.find((one) => one.key === key)?.numbers ?? [];
	}

	/** Searches while one types; an answer that comes late is none. */
	async search(question: string): Promise<void> {
		this.question = question;
		if (question.trim() === '') {
			[this.hits, this.answered, this.open] = [[], '', null];
			return;
		}
		const path = encodeURIComponent(question);
		const [found, numbers] = await Promise.all([
			this.#ask<KnowledgeFound>('GET', `/knowledge/search/${path}`),
			this.#ask<DirectoryEntry[]>('GET', `/telephone/directory/${path}`)
		]);
		if (this.question !== question || !found.ok) return;
		if (numbers.ok) this.#entries = numbers.value;
		[this.hits, this.answered, this.at, this.open] = [found.value.hits, question, 0, null];
	}

	async show(key: string): Promise<void> {
		const answer = await this.#ask<KnowledgeEntryView>('GET', `/knowledge/${encodeURIComponent(key)}`);
		if (answer.ok) this.open = answer.value;
	}

	/** @returns whether the key was the search's */
	press(code: string): boolean {
		const hit = this.hits[this.at];
		if (code === 'ArrowDown' || code === 'ArrowUp') {
			const by = code === 'ArrowDown' ? 1 : -1;
			this.at = Math.min(Math.max(this.at + by, 0), Math.max(0, this.hits.length - 1));
		} else if (code === 'Enter' || code === 'NumpadEnter') {
			if (hit && this.answered === this.question) void this.show(hit.key);
		} else if (code === 'Escape' && this.question !== '') void this.search('');
		else return false;
		return true;
	}
}
