import { atMost, choice, day, list, person, ref, required } from '../fields.ts';
import { kind } from '../kind.ts';

/** How to sell it. */
export const enablement = kind({
  folder: 'enablement',
  fields: {
    type: choice('talk-track', 'battlecard', 'faq', 'playbook', 'pricing', 'qualification', 'handoff'),
    releases: list(ref('release')),
    personas: list(ref('persona')),
    buyer: choice('executive', 'it', 'end-user'),
    motion: choice('sales-led', 'product-led', 'both'),
    /** Someone of the sales team. */
    approvedBy: atMost('internal', person()),
    reviewed: required(day()),
  },
});
