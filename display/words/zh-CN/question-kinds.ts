import type { KindWords } from './case-kinds.ts';

const asked: Omit<KindWords, 'name'> = {
	stages: {
		asked: '待答复',
		'asking-back': '待补充',
		answered: '已答复，可查看',
		calling: '已答复，待回电',
		referred: '已指引，可查看',
		'calling-referred': '已指引，待回电'
	},
	acts: {
		answer: '答复',
		'cannot-answer': '不能答复，已指引去处',
		'ask-back': '请来宾补充',
		clarified: '来宾已补充',
		'not-ours': '不属本部门',
		note: '记一笔',
		add: '补充',
		withdraw: '不再需要答复',
		'tell-in-person': '已当面告知',
		shown: '已公布在查询页',
		'called-back': '已回电告知',
		'not-reached': '回电未接通',
		unreached: '多次联系不上，办结',
		satisfied: '满意',
		'not-satisfied': '不满意，请再答复'
	},
	outcomes: {
		answered: '已答复',
		referred: '已指引去处',
		unreachable: '多次联系不上',
		withdrawn: '来宾不再需要'
	}
};

/** Words of questions and messages. */
export const questionKinds: Record<string, KindWords> = {
	question: { name: '待解答问题', ...asked },
	message: { name: '留言', ...asked }
};
