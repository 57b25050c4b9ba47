// What `npm run mutation` runs for each mutant, in one file so that the domain is loaded once and not once a test file.
// Left out are the laws of whole conversations and the conversations themselves: they take longer than all the rest.
import fc from 'fast-check';
import './offer/instalmentSchedule.test';
import './offer/yearlyRate.test';
import './negotiation/counters.test';
import './negotiation/offers/dueDates.test';
import './negotiation/offers/eligibility.test';
import './negotiation/evidence.test';
import './negotiation/offers/gridFilters.test';
import './negotiation/offers/offerGrid.test';
import './limits/policyEdges.test';
import './limits/policyFields.test';
import './limits/policyLimits.test';
import './negotiation/offers/priceOffer.test';
import './negotiation/offers/ranking.test';
import './negotiation/time.test';
import './limits/segments.test';
import './negotiation/answer/table.test';

// The same random cases for every mutant, and no time spent on making a failing case smaller.
fc.configureGlobal({ seed: 20_261_123, endOnFailure: true });
