import { describe, expect, test } from 'vitest';
import type { CardReading } from '#server/views.ts';
import { CardAsking } from './card.svelte.ts';

const READ: CardReading = { outcome: 'read', card: 'word-1', shown: '9999**********0016', elder: false };

/** A server that answers when the test says so. */
function server(): {
	asked: AbortSignal[];
	forgotten: string[];
	asking: CardAsking;
	answer: (reading: CardReading | null) => Promise<void>;
} {
	const asked: AbortSignal[] = [];
	const forgotten: string[] = [];
	const waiting: ((reading: CardReading | null) => void)[] = [];
	const asking = new CardAsking({
		ask: (gone) => {
			asked.push(gone);
			return new Promise((resolve) => waiting.push(resolve));
		},
		forget: (card) => void forgotten.push(card)
	});
	return {
		...{ asked, forgotten, asking },
		async answer(reading) {
			waiting.shift()?.(reading);
			for (let i = 0; i < 5; i += 1) await Promise.resolve();
		}
	};
}

describe('K-07 a page that waits for a card', () => {
	test('asks nothing before the visitor wishes it', () => {
		const { asked, asking } = server();
		expect([asked.length, asking.state]).toEqual([0, 'waited']);
	});

	test('shows the masked number, and gives the word for it away once', async () => {
		const { asking, answer } = server();
		void asking.start();
		await answer(READ);
		expect([asking.state, asking.shown]).toEqual(['read', '9999**********0016']);
		expect([asking.give(), asking.give()]).toEqual(['word-1', null]);
	});

	test('asks three times for a card that does not come, then leaves the reader alone until the visitor wishes it again', async () => {
		const { asked, asking, answer } = server();
		void asking.start();
		for (const outcome of ['none', 'unreadable', 'none', 'none'] as const) {
			await answer({ outcome });
			if (outcome === 'unreadable') expect(asking.state).toBe('unreadable');
		}
		expect([asked.length, asking.state]).toEqual([4, 'waited']);
		void asking.start();
		await answer(READ);
		expect(asking.state).toBe('read');
	});

	test.each([null, { outcome: 'absent' }] as const)(
		'offers typing at once where there is no reader',
		async (reading) => {
			const { asked, asking, answer } = server();
			void asking.start();
			await answer(reading);
			expect([asked.length, asking.state]).toEqual([1, 'absent']);
		}
	);

	test('hangs up when the visitor leaves, and has forgotten what was read, even what comes too late', async () => {
		const one = server();
		void one.asking.start();
		one.asking.stop();
		expect(one.asked[0]?.aborted).toBe(true);
		await one.answer(READ);
		expect([one.forgotten, one.asking.state, one.asking.shown]).toEqual([['word-1'], 'waited', null]);
		const two = server();
		void two.asking.start();
		await two.answer(READ);
		two.asking.stop();
		expect([two.forgotten, two.asking.give(), two.asking.shown]).toEqual([['word-1'], null, null]);
	});
});
