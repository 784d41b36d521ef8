import type { SituationFacts } from './phrase.ts';

/** When it becomes difficult: opinions, mistakes, complaints, anger. */
export const HARD_TALK = {
	suggestion: {
		name: { zh: '意见和批评', en: 'Suggestion, criticism' },
		pinyin: 'yi jian he pi ping',
		clause: 'N0 5.5, N2 a1.2, N3 a1.2.9',
		phrases: [
			{
				zh: '谢谢您的意见，我已记下，会转给负责的同事，{days} 个工作日内答复您。',
				en: 'Thank you. I have written it down for those in charge; you are answered within {days} working days.'
			},
			{
				zh: '您批评得对，谢谢您指出来，我们马上改。',
				en: 'You are right, thank you for telling us. We mend it at once.',
				when: { complaint: true }
			}
		]
	},
	'policy-criticism': {
		name: { zh: '对政策有意见', en: 'Criticism of a rule' },
		pinyin: 'dui zheng ce you yi jian',
		clause: 'N3 a1.2.10',
		phrases: [
			{
				zh: '您说的有道理，我记下来向上反映。政策的修改需要时间，请您谅解。',
				en: 'There is reason in what you say. I record it and report it; changing a rule takes time.'
			},
			{
				zh: '您上次的意见已经报上去了，有结果会告诉您，谢谢您的关心。',
				en: 'What you told us was reported; you will hear of the result. Thank you for your concern.',
				when: { visit: 'return' }
			}
		]
	},
	'own-mistake': {
		name: { zh: '我们有失误', en: 'Our mistake' },
		pinyin: 'wo men you shi wu',
		clause: 'N0 6, N3 23, N4 6.3',
		phrases: [
			{ zh: '对不起，是我们的失误，马上为您更正。', en: 'I am sorry, this was our mistake. I correct it at once.' },
			{
				zh: '对不起，因为我们的失误让您又跑一趟，现在就为您更正，您先请。',
				en: 'I am sorry that our mistake made you come again. I correct it now; you come first.',
				when: { visit: 'return' }
			}
		]
	},
	'slow-us': {
		name: { zh: '嫌办得慢', en: 'Blamed for slowness' },
		pinyin: 'xian ban de man',
		clause: 'N2 a2.1, N3 a1.2.18',
		phrases: [
			{ zh: '对不起，让您久等了，我现在就为您办。', en: 'I am sorry that you had to wait. I do it right now.' },
			{
				zh: '对不起，今天来宾多，让您久等了。您的事我现在就办，办好马上告诉您。',
				en: 'I am sorry, there are many visitors today. I do it now and tell you as soon as it is ready.',
				when: { waited: true }
			}
		]
	},
	complaint: {
		name: { zh: '对服务投诉', en: 'Complaint' },
		pinyin: 'dui fu wu tou su',
		clause: 'N0 22, N2 a3, N3 26, a1.2.21',
		phrases: [
			{
				zh: '对不起，给您带来不愉快。请您说说经过，我如实记下，{days} 个工作日内答复您，凭编号可以查询进度。',
				en: 'I am sorry for this. Please tell me what happened; I record it as you say it. You are answered within {days} working days and can ask by its number.'
			},
			{
				zh: '对不起，让您不愉快了。请您说一说，我记下来，{days} 个工作日内给您回电话。',
				en: 'I am sorry for this. Please tell me about it; I record it, and you are called back within {days} working days.',
				when: { medium: 'telephone' }
			}
		]
	},
	'complaint-staff': {
		name: { zh: '投诉工作人员', en: 'Complaint about staff' },
		pinyin: 'tou su gong zuo ren yuan',
		clause: 'N0 22.6, N3 a1.2.22',
		phrases: [
			{
				zh: '对不起，我先代同事向您道歉。正确的答复我现在告诉您，其余的记下来调查后答复您。',
				en: 'I apologise for my colleague. Let me give you the right answer now; the rest is recorded and looked into.'
			},
			{
				zh: '对不起，让您为这件事又来一次。我请值班主任来接待您。',
				en: 'I am sorry that you had to come again. I will ask the supervisor on duty to see you.',
				when: { visit: 'return' }
			}
		]
	},
	'complaint-error': {
		name: { zh: '因误会投诉', en: 'A misunderstanding' },
		pinyin: 'yin wu hui tou su',
		clause: 'N0 22.7',
		phrases: [
			{
				zh: '您的心情我理解，我们一起看看规定和记录，好吗？',
				en: 'I understand how you feel. Shall we look at the rule and the record together?'
			},
			{
				zh: '这里容易看错，是我们写得不够清楚。我为您说明一下。',
				en: 'This is easily misread; we could have written it better. Let me explain it.',
				when: { complaint: true }
			}
		]
	},
	'complaint-up': {
		name: { zh: '要求见领导', en: 'Wants the superior' },
		pinyin: 'yao qiu jian ling dao',
		clause: 'N0 22.9, N3 a1.2.21',
		phrases: [
			{
				zh: '请让我先为您处理；如果您还是希望见值班主任，我马上请他来，或请他给您回电话。',
				en: 'Please let me try first. If you still wish to speak to the supervisor, I will call them, or they call you back.'
			},
			{
				zh: '好的，我把您的情况告诉值班主任，请他尽快给您回电话，请问怎样联系您？',
				en: 'Certainly. I will tell the supervisor, who will call you back soon. How may we reach you?',
				when: { medium: 'telephone' }
			}
		]
	},
	'complaint-result': {
		name: { zh: '告知处理结果', en: 'Telling the result' },
		pinyin: 'gao zhi chu li jie guo',
		clause: 'N0 22.8',
		phrases: [
			{
				zh: '谢谢您提出来。我们查清了，情况是这样的；我们已经这样改。您看满意吗？',
				en: 'Thank you for raising it. This is what we found, and this is what we have changed. Does it satisfy you?'
			},
			{
				zh: '您好，您反映的事有结果了：情况已经查清，我们作了改正。谢谢您的监督。',
				en: 'Good day, there is a result: we have found out what happened and mended it. Thank you for watching over us.',
				when: { medium: 'telephone' }
			}
		]
	},
	angry: {
		name: { zh: '情绪激动', en: 'Anger' },
		pinyin: 'qing xu ji dong',
		clause: 'N0 22.5, N2 a2.1, N3 a1.2.24, N4 1.5',
		phrases: [
			{
				zh: '您的心情我理解，请您慢慢说，我一定认真为您处理。',
				en: 'I understand how you feel. Please tell me slowly; I will see to it.'
			},
			{
				zh: '您先喝口水，我们坐下来说，这件事一定给您一个答复。',
				en: 'Please have some water and let us sit down. You will get an answer to this.',
				when: { waited: true }
			},
			{
				zh: '老人家您别着急，身体要紧，您的事我来办。',
				en: 'Please do not worry, your health comes first. I will see to your matter.',
				when: { elder: true }
			}
		]
	},
	abusive: {
		name: { zh: '辱骂骚扰', en: 'Insults, nuisance' },
		pinyin: 'ru ma sao rao',
		clause: 'N2 a2.3, N3 a1.2.25',
		phrases: [
			{
				zh: '我想帮您把事情办好，请我们回到您要办的事上来。',
				en: 'I would like to help you. Please let us come back to your matter.'
			},
			{
				zh: '我再次请您说说要办的事；如果不是业务问题，本次通话将要结束，谢谢您的理解。',
				en: 'Once more I ask you for the matter itself; without one I shall have to end this conversation. Thank you.',
				when: { waited: true }
			}
		]
	},
	'apologised-to': {
		name: { zh: '来宾道歉', en: 'Visitor apologises' },
		pinyin: 'lai bin dao qian',
		clause: 'N2 a2.1',
		phrases: [
			{ zh: '没关系，我能理解。', en: 'That is all right, I understand.' },
			{
				zh: '没关系，您也是着急，我们接着办。',
				en: 'That is all right, you were worried. Let us go on.',
				when: { waited: true }
			}
		]
	}
} satisfies Record<string, SituationFacts>;
