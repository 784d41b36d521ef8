import type { SituationFacts } from './phrase.ts';

/** While it is being dealt with. */
export const WORK = {
	'looking-up': {
		name: { zh: '正在查询', en: 'Looking it up' },
		pinyin: 'zheng zai cha xun',
		clause: 'N0 5.3, N2 a1.2, N3 a1.2.5',
		phrases: [
			{
				zh: '请您稍等，我正在为您查询，大约需要一分钟。',
				en: 'Please wait a moment while I look it up; it takes about a minute.'
			},
			{
				zh: '还在为您查询，请您再等一下，谢谢您的耐心。',
				en: 'I am still looking it up. Please bear with me a little longer, thank you.',
				when: { waited: true }
			},
			{
				zh: '请您先别挂机，我正在查询，大约需要一分钟。',
				en: 'Please hold the line while I look it up; it takes about a minute.',
				when: { medium: 'telephone' }
			},
			{
				zh: '感谢您的等待，请您再稍等片刻，马上就好。',
				en: 'Thank you for holding. It will be a moment longer.',
				when: { medium: 'telephone', waited: true }
			}
		]
	},
	'write-down': {
		name: { zh: '写下答复', en: 'Writing it down' },
		pinyin: 'xie xia da fu',
		clause: 'N3 a1.2.6',
		phrases: [
			{
				zh: '内容比较多，我给您打印一份，您带回去慢慢看。',
				en: 'It is rather long; I will print it for you to take home.'
			},
			{
				zh: '内容比较多，需要我发短信给您，还是您记一下？',
				en: 'It is rather long. Shall I send it to you, or would you like to write it down?',
				when: { medium: 'telephone' }
			},
			{
				zh: '我用大一点的字给您写下来，家人也可以一起看。',
				en: 'I will write it in large letters, so that your family can read it, too.',
				when: { elder: true }
			}
		]
	},
	'own-data': {
		name: { zh: '查询本人信息', en: 'Own data asked' },
		pinyin: 'cha xun ben ren xin xi',
		clause: 'N3 a1.2.3',
		phrases: [
			{
				zh: '为了保护您的信息安全，请先出示身份证，我核对后为您查询。',
				en: 'To protect your data, please show your identity card first; then I will look it up.'
			},
			{
				zh: '核对的信息与登记的不一致，请您确认后再来查询，谢谢您的理解。',
				en: 'What you gave does not match our record. Please check it and come again; thank you for your understanding.',
				when: { waited: true }
			},
			{
				zh: '为了保护您的信息安全，我先与您核对两项登记信息，再为您查询，可以吗？',
				en: 'To protect your data, may I first check two facts with you? Then I will look it up.',
				when: { medium: 'telephone' }
			}
		]
	},
	'others-data': {
		name: { zh: '查询他人信息', en: "Somebody else's data" },
		pinyin: 'cha xun ta ren xin xi',
		clause: 'N2 a2.2, N3 a1.2.4',
		phrases: [
			{
				zh: '很抱歉，他人的信息受法律保护，我们不便提供，请您谅解。',
				en: 'I am sorry, the data of other people are protected by law. Please understand.'
			},
			{
				zh: '很抱歉，需要本人来查询，或由本人书面委托您，请您谅解。',
				en: 'I am sorry, the person has to come, or authorise you in writing. Please understand.',
				when: { visit: 'return' }
			}
		]
	},
	'cannot-now': {
		name: { zh: '暂时答复不了', en: 'No answer now' },
		pinyin: 'zan shi da fu bu liao',
		clause: 'N0 11, N1, N3 a1.2.7',
		phrases: [
			{
				zh: '这个问题需要核实，我已记下，{days} 个工作日内由负责的同事答复您。请问怎样联系您方便？',
				en: 'This has to be checked. I have written it down; the colleague in charge answers you within {days} working days. How may we reach you?'
			},
			{
				zh: '这个问题我先记下，核实后给您回电话，您看可以吗？',
				en: 'I will write this down, check it, and call you back. Is that all right?',
				when: { medium: 'telephone' }
			}
		]
	},
	transfer: {
		name: { zh: '转接转办', en: 'Transfer' },
		pinyin: 'zhuan jie zhuan ban',
		clause: 'N2 a1.2, N3 a1.2.7',
		phrases: [
			{
				zh: '这件事由{next}负责，我把您的情况告诉他们，您不用再说一遍，可以吗？',
				en: '{next} is in charge of this. I will pass on what you told me, so that you need not repeat it. Is that all right?'
			},
			{
				zh: '这件事由另一位同事负责，我为您转接，请您不要挂机，可以吗？',
				en: 'A colleague is in charge of this. May I put you through? Please stay on the line.',
				when: { medium: 'telephone' }
			}
		]
	},
	'transfer-failed': {
		name: { zh: '转接没有成功', en: 'Transfer failed' },
		pinyin: 'zhuan jie mei you cheng gong',
		clause: 'N2 a1.2, N3 a1.2.7',
		phrases: [
			{
				zh: '对不起，那边暂时没有人接听。您的事我已记录，会给您回电话。',
				en: 'I am sorry, nobody answers there now. I have recorded your matter, and you will be called back.'
			},
			{
				zh: '对不起，负责的同事暂时不在。您的事我已记录，他回来就联系您。',
				en: 'I am sorry, the colleague is away now. I have recorded your matter; you will hear from us.',
				when: { medium: 'window' }
			}
		]
	},
	'out-of-remit': {
		name: { zh: '不属本厅职责', en: 'Not our remit' },
		pinyin: 'bu shu ben ting zhi ze',
		clause: 'N2 a2.2, N3 a1.2.11',
		phrases: [
			{
				zh: '很抱歉，这件事不在本大厅办理。请到{next}，我把地址和电话写给您。',
				en: 'I am sorry, this hall does not deal with it. Please go to {next}; I will write down address and telephone.'
			},
			{
				zh: '很抱歉，这件事由其他单位负责，我把电话告诉您，需要的话帮您联系。',
				en: 'I am sorry, another authority is in charge. I will give you its number and can put you in touch.',
				when: { medium: 'telephone' }
			}
		]
	},
	'needs-decision': {
		name: { zh: '需要审批', en: 'Needs a decision' },
		pinyin: 'xu yao shen pi',
		clause: 'N3 24',
		phrases: [
			{
				zh: '这件事要经过审批。我先为您说明规定，请您带齐清单上的材料到本窗口申请，结果以审批为准。',
				en: 'This needs a decision. I can explain the rule; please bring the papers of this list to this window. The decision follows then.'
			},
			{
				zh: '审批的结果我不能提前答应您，可以告诉您规定和期限。',
				en: 'I cannot promise the result of the decision, but I can tell you the rule and the time it takes.',
				when: { visit: 'return' }
			}
		]
	},
	'missing-papers': {
		name: { zh: '材料不齐', en: 'Papers missing' },
		pinyin: 'cai liao bu qi',
		clause: 'N4 6.3',
		phrases: [
			{
				zh: '很抱歉，还缺几份材料。全部写在这张告知单上，一次补齐就可以，下次凭单优先。',
				en: 'I am sorry, some papers are missing. This notice lists all of them; with it you come first next time.'
			},
			{
				zh: '很抱歉，还缺一点材料。我标出来了，您补来后直接到本窗口，不用重新排队。',
				en: 'I am sorry, something is still missing. I have marked it; bring it straight to this window without queueing again.',
				when: { visit: 'return' }
			},
			{
				zh: '老人家，还缺的材料我用大字写好了，家里人帮您带来也可以。',
				en: 'I have written what is missing in large letters; your family may also bring it for you.',
				when: { elder: true }
			}
		]
	},
	refusal: {
		name: { zh: '依法不予办理', en: 'Refusal by law' },
		pinyin: 'yi fa bu yu ban li',
		clause: 'N4 1.3, 6.3',
		phrases: [
			{
				zh: '很遗憾，按照规定这次不能办理。依据和原因写在通知书上；您可以申请复议，也可以先这样办。',
				en: 'I regret that this cannot be granted. The notice names the rule and the reason; you may apply for review, and here is what you can do.'
			},
			{
				zh: '很遗憾，条件还不符合规定。我告诉您差在哪里，以及怎样可以符合。',
				en: 'I regret that the conditions are not met yet. Let me tell you what is lacking and how to meet them.',
				when: { visit: 'first' }
			}
		]
	},
	'in-progress': {
		name: { zh: '正在办理', en: 'Being processed' },
		pinyin: 'zheng zai ban li',
		clause: 'N4 6.3',
		phrases: [
			{ zh: '请您稍等，正在为您办理。', en: 'Please wait a moment, I am doing it now.' },
			{
				zh: '还需要几分钟，您可以坐着等，好了我叫您。',
				en: 'It takes a few minutes more. Please sit down, I will call you.',
				when: { waited: true }
			}
		]
	},
	'next-window': {
		name: { zh: '请到下一窗口', en: 'To the next window' },
		pinyin: 'qing dao xia yi chuang kou',
		clause: 'N4 6.3',
		phrases: [
			{
				zh: '这一步办好了，请到{next}接着办，您的号码 {number} 不变，不用重新取号。',
				en: 'This step is done. Please go on to {next}; your number {number} stays the same.'
			},
			{
				zh: '这一步办好了，接着在{next}办，号码不变。我请志愿者陪您过去。',
				en: 'This step is done; it goes on at {next} with the same number. A volunteer will go with you.',
				when: { priority: true }
			}
		]
	}
} satisfies Record<string, SituationFacts>;
