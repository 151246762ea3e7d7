import type { SubmitRequest } from '@gongkai/contract';

/** An application as people make them. */
export const anApplication = (agencyId: string, description = '2025年度征地补偿方案'): SubmitRequest => ({
  agencyId,
  applicant: {
    kind: 'naturalPerson',
    name: '申小兰',
    identity: { kind: 'idCard', number: '11010519491231002X' },
    contactPerson: null,
    phone: '13800001234',
    email: null,
    address: '云山区文化路1号',
  },
  content: { title: null, documentNumber: null, description },
  form: 'electronic',
  way: 'electronic',
});
