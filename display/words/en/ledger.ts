import type { Words } from '../zh-CN/index.ts';

export const ledger: Words['ledger'] = {
	head: 'Head of the ledger',
	headWhat: 'Number and check code of the newest line; if anybody alters an old line, the code no longer fits.',
	title: 'The record of my number',
	intro:
		"Every step of your number is a line in the hall's ledger. Here are all lines of your own, and the numbers called while you waited.",
	own: 'My lines',
	ownEnd: ({ count }) =>
		count === 1 ? 'One line' : `${count} lines, each bound to the one before it: a missing one would show`,
	calls: 'Called while I waited',
	noCalls: 'Nobody was called meanwhile',
	proof: 'How to check it',
	proofWhat:
		'Download the proof and check it with the verifier on a computer of your choice; it does not ask this hall. You can also note the head on the hall screen and check against that.',
	download: 'Download the proof',
	through: 'Line number on the hall screen (optional)',
	show: 'Prove through this line',
	back: 'Back to my number',
	none: 'This number is older than the chain; there is no proof for it.',
	acts: {
		'ticket-issued': 'Number taken',
		'ticket-called': 'Called',
		'ticket-recalled': 'Called again',
		'ticket-called-out': 'Called out in person',
		'ticket-started': 'Service begun',
		'ticket-finished': 'Service ended',
		'ticket-missed': 'Call missed',
		'ticket-parked': 'Put on hold',
		'ticket-resumed': 'Service resumed',
		'ticket-returned': 'Back in the queue',
		'ticket-transferred': 'Sent to another queue or window',
		'ticket-cancelled': 'Left the queue',
		'ticket-voided': 'Made void',
		'ticket-expired': 'End of the day',
		'ticket-freed': 'May be called by any window',
		'ticket-released': 'Window released, back in the old place',
		'ticket-claim-settled': 'Priority settled',
		'ticket-undone': 'Last step taken back',
		'slip-sent': 'Slip sent to the printer',
		'slip-printed': 'Slip printed',
		'slip-failed': 'Slip not printed',
		'slip-unsure': 'Unsure whether the slip was printed',
		'slip-queued': 'Slip waiting to be printed',
		'slip-reprinted': 'Slip printed again',
		'service-rated': 'Service rated',
		'service-greeted': 'Greeting marked'
	},
	whole: ({ lines, seconds }) => `The ledger is whole: ${lines} lines in ${seconds} s`,
	older: ({ count }) => `${count} of them are older than the chain and cannot be checked`,
	signed: ({ count }) => `Signed heads of days that agree: ${count}`,
	replayed: ({ judged, unjudged }) =>
		`Calls recomputed: ${judged}, all as the rule says` +
		(unjudged > 0 ? `; ${unjudged} of an earlier version cannot be recomputed` : ''),
	broken: ({ seq, day, act }) => `The ledger breaks at line ${seq} (${day} ${act})`,
	faults: {
		missing: 'the line is missing',
		changed: 'its content or its hash was altered, or it stands in another place',
		'not-json': 'its body is no JSON',
		'after-the-end': 'a line follows the last one that the hall knows',
		'cut-off': 'the lines from here on are missing',
		'head-differs': "the head that the hall's row bears is not this line's hash",
		'signed-otherwise': 'it is not what was signed at the end of the day',
		'bad-signature': "the signature of the day's head is wrong",
		'unknown-key': "the day's head is signed by a key not known here; put its public key into DATA_DIR/ledger/",
		unreadable: "the exported file of a day's head cannot be read",
		'called-otherwise': 'the rule would have called another number, or for another reason'
	}
};
