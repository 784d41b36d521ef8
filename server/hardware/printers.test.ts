import { expect, test } from 'vitest';
import { MODEL_CODES } from '#printer/models/models.ts';
import type { VirtualPrinter } from '#printer/virtual/virtual.ts';
import { systemClock } from '../clock.ts';
import { openPrinter } from './printers.ts';

test.each(MODEL_CODES)('a virtual printer of the model %s prints what the hall gives it', async (model) => {
	const virtual = new Map<string, VirtualPrinter>();
	const entry = {
		...{ code: 'p-1', name: { zh: '一号', en: 'One' }, zone: null, group: 'main', width: 80 as const },
		...{ model, presenter: null, agent: null, rollMetres: null, wire: { kind: 'virtual' as const } }
	};
	const { printer } = openPrinter(entry, { clock: systemClock, virtual, torn: false });
	const { state, substituted } = await printer.print({ lines: [{ type: 'text', text: 'A001' }] });
	expect([state, substituted]).toEqual([model === 'plain' || model === 'custom' ? 'sent' : 'printed', []]);
	expect(
		virtual
			.get('p-1')
			?.papers()
			.map(({ text }) => text)
	).toEqual(model === 'plain' ? [] : ['A001']);
	await printer.close();
	await virtual.get('p-1')?.close();
});
