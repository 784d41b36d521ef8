import type { ComplaintRefusal } from '../zh-CN/complaint-refusals.ts';
import type { RefusalSentences } from '../zh-CN/refusals.ts';

export const complaintRefusals: Record<ComplaintRefusal, RefusalSentences> = {
	'nobody-impartial': {
		visitor:
			'Nobody in this hall can look into it impartially now; please turn to the office above, whose address the guide desk will tell you.',
		staff:
			'Nobody whom it does not concern could answer for it; name somebody first, or send the visitor to the office above.'
	},
	'tell-first': {
		visitor: 'Please look first at until when it is answered and how to ask.',
		staff: 'Tell the visitor first until when it is answered and how to ask, tick that, and take it then.'
	}
};
