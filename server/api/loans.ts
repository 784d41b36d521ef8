import { lend } from '../loans/lend.ts';
import { giveBack, openBorrower, takeStock } from '../loans/end.ts';
import { deskLoans, loanView } from '../loans/view.ts';
import { done } from '../result.ts';
import { keepService } from '../services/keep.ts';
import { keptServices, serviceViews } from '../services/view.ts';
import { z } from 'zod';
import { openBody, person } from './case-shapes.ts';
import * as shape from './incident-shapes.ts';
import { operation, type AnyOperation } from './operation.ts';
import * as services from './service-shapes.ts';

const list = operation({
	method: 'GET',
	path: '/loans',
	right: 'loan:work',
	summary: 'What the desks lend, how many are left, and what is out',
	body: null,
	answer: shape.loans,
	status: 200,
	run: async ({ hall }) => done(await deskLoans(hall, ''))
});

const lending = operation({
	method: 'POST',
	path: '/loans',
	right: 'loan:work',
	summary: 'Lend something to a number of today, or to whoever leaves a tag; no name is asked for',
	body: shape.lendBody,
	answer: shape.oneLoan,
	status: 201,
	async run({ hall, who, body }) {
		const lent = await lend(hall, who, body);
		return lent.ok ? done(await loanView(hall, lent.value)) : lent;
	}
});

const back = operation({
	method: 'POST',
	path: '/loans/{id}/end',
	right: 'loan:work',
	summary: 'It came back, came back damaged, or is lost',
	body: shape.returnLoanBody,
	answer: shape.oneLoan,
	status: 200,
	async run({ hall, who, params, body }) {
		const ended = await giveBack(hall, who, Number(params['id']), body.as);
		return ended.ok ? done(await loanView(hall, ended.value)) : ended;
	}
});

const opening = operation({
	method: 'POST',
	path: '/loans/{id}/open',
	right: 'personal:open',
	summary: 'Open the telephone that was left with a loan, for a reason that stands in the ledger',
	body: openBody,
	answer: person,
	status: 200,
	run: ({ hall, who, params, body }) => openBorrower(hall, who, Number(params['id']), body.reason)
});

const counting = operation({
	method: 'POST',
	path: '/stock',
	right: 'loan:work',
	summary: 'A stocktake: so many are at the desk now',
	body: shape.stockBody,
	answer: z.object({ change: z.int() }).meta({ id: 'CountedStock' }),
	status: 200,
	run: ({ hall, who, body }) => takeStock(hall, who, body)
});

const standing = operation({
	method: 'GET',
	path: '/services',
	right: null,
	summary: 'The free services of the hall: copying, terminals and the like, whether they work and how many wait',
	body: null,
	answer: services.services,
	status: 200,
	run: async ({ hall }) => done(await serviceViews(hall))
});

const keeping = operation({
	method: 'POST',
	path: '/services/{code}',
	right: 'service:keep',
	summary: 'Tell how a free service stands, or how many wait for it; too many raise the alarm at once',
	body: services.keepServiceBody,
	answer: services.keptService,
	status: 200,
	async run({ hall, who, params, body }) {
		const code = params['code'] ?? '';
		const kept = await keepService(hall, who, code, body);
		return kept.ok ? done((await keptServices(hall)).find((one) => one.code === code)) : kept;
	}
});

export const LOANS: AnyOperation[] = [list, lending, back, opening, counting, standing, keeping];
