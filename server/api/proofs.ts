import { z } from 'zod';
import { proofOf } from '../ledger/proof.ts';
import { done, refused } from '../result.ts';
import { operation, type AnyOperation, type Asked } from './operation.ts';

const shown = {
	seq: z.int(),
	at: z.int(),
	day: z.string(),
	act: z.string(),
	number: z.string().nullable(),
	window: z.string().nullable(),
	queue: z.string().nullable()
};

const signedHead = z
	.object({
		version: z.literal(1),
		hall: z.string(),
		day: z.string(),
		seq: z.int(),
		hash: z.string(),
		signedAt: z.int(),
		key: z.string(),
		signature: z.string()
	})
	.meta({ id: 'SignedHead', description: 'the end of a day, signed by Ed25519; see docs/ledger.md' });

const proof = z
	.object({
		version: z.literal(1),
		hall: z.string(),
		head: z.object({ seq: z.int(), hash: z.string() }),
		ticket: z.object({ id: z.int(), number: z.string() }),
		own: z
			.array(
				z.object({
					...shown,
					actor: z.string(),
					ticket: z.int().nullable(),
					prior: z.int().nullable(),
					body: z.unknown(),
					salt: z.string()
				})
			)
			.meta({ description: 'all lines of the ticket, in full' }),
		calls: z.array(z.object({ ...shown, rest: z.string() })).meta({ description: 'the calls made while it waited' }),
		path: z.array(
			z.object({
				seq: z.int(),
				leaf: z.string().optional(),
				prev: z.string().optional(),
				jump: z.string().optional()
			})
		),
		day: signedHead.nullable()
	})
	.meta({ id: 'Proof', description: 'docs/ledger.md tells how it is checked; docs/verify/verify-proof.mjs does it' });

async function run({ hall, params }: Asked<unknown>): ReturnType<AnyOperation['run']> {
	const through = params['seq'] === undefined ? null : Number(params['seq']);
	if (through !== null && !Number.isSafeInteger(through)) return refused('not-found', params['seq']);
	const found = await proofOf(hall, params['token'] ?? '', through);
	return found ? done(found) : refused('ticket-unknown');
}

const one = { method: 'GET', right: null, body: null, answer: proof, status: 200, run } as const;

export const PROOFS: AnyOperation[] = [
	operation({ ...one, path: '/tickets/{token}/proof', summary: 'That its lines stand in the ledger, for its owner' }),
	operation({
		...one,
		path: '/tickets/{token}/proof/{seq}',
		summary: 'The same, passing a line whose hash somebody has read from a screen'
	})
];
