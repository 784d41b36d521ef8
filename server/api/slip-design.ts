import { z } from 'zod';
import { SLIP_STATES } from '#db/schema.ts';
import { SLIP_KINDS } from '#printer/slips/layout.ts';
import { done, refused } from '../result.ts';
import { previewOf } from '../slips/preview.ts';
import { saveSlips } from '../slips/save.ts';
import { slipsView } from '../slips/show.ts';
import { keepSign } from '../slips/sign.ts';
import { printSample } from '../slips/test-slip.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as shape from './slip-shapes.ts';

/** A layout of sixty blocks with texts in two languages. */
const LARGEST_LAYOUT = 100_000;
/** A sign of 1 MB in base64. */
const LARGEST_SIGN = 1_400_000;

const list = operation({
	method: 'GET',
	path: '/slips/layouts',
	right: 'slip:see',
	summary: 'Every kind of slip: its blocks in their order, what may stand on it and what must, its note, the sign',
	body: null,
	answer: shape.slips,
	status: 200,
	run: ({ hall, who }) => Promise.resolve(done(slipsView(hall, who)))
});

const preview = operation({
	method: 'POST',
	path: '/slips/preview',
	right: 'slip:see',
	summary: 'A sample of a slip as it would come out on both widths of paper, dot for dot; nothing is saved',
	body: shape.previewBody,
	largest: LARGEST_LAYOUT,
	answer: shape.preview,
	status: 200,
	run: ({ hall, body: { model, ...wish } }) => Promise.resolve(done(previewOf(hall, wish, model)))
});

const save = operation({
	method: 'POST',
	path: '/slips/layouts/{code}',
	right: 'slip:design',
	summary: 'Puts another layout, note or sign of a kind of slip into force; without blocks the built-in layout',
	body: shape.saveBody,
	largest: LARGEST_LAYOUT,
	answer: shape.slips,
	status: 200,
	async run({ hall, who, params, body }) {
		const kind = SLIP_KINDS.find((one) => one === params['code']);
		if (!kind) return refused('bad-request', params['code']);
		const saved = await saveSlips(hall, who, { ...body, kind });
		return saved.ok ? done(slipsView(hall, who, saved.value)) : saved;
	}
});

const sign = operation({
	method: 'POST',
	path: '/slips/sign',
	right: 'slip:design',
	summary: 'Lays a picture down beside the others that slips can have as their sign; a saved layout names it',
	body: shape.signBody,
	largest: LARGEST_SIGN,
	answer: z.object({ file: z.string() }),
	status: 201,
	run({ hall, body }) {
		const kept = keepSign(hall.dataDir, Buffer.from(body.file, 'base64'));
		if (kept.ok) return Promise.resolve(done({ file: kept.file }));
		return Promise.resolve(refused(kept.fault === 'too-large' ? 'sign-too-large' : 'sign-unreadable', kept.fault));
	}
});

const test = operation({
	method: 'POST',
	path: '/slips/test',
	right: 'slip:design',
	summary: 'Prints a sample of a slip, saved or not, at one printer',
	body: shape.testBody,
	largest: LARGEST_LAYOUT,
	answer: z.object({ id: z.int(), state: z.enum(SLIP_STATES) }),
	status: 201,
	async run({ hall, who, body: { printer, ...wish } }) {
		const slip = await printSample(hall, who, wish, printer);
		return slip.ok ? done({ id: slip.value.id, state: slip.value.state }) : slip;
	}
});

export const SLIP_DESIGN: AnyOperation[] = [list, preview, save, sign, test];
