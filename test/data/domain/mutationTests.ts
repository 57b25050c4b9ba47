// What `npm run mutation` runs for each mutant, in one file so that the domain is loaded once and not once a test file.
// Left out are the laws of whole conversations and the conversations themselves: they take longer than all the rest.
import fc from 'fast-check';
import './instalmentSchedule.test';
import './yearlyRate.test';
import './negotiation/counters.test';
import './negotiation/dueDates.test';
import './negotiation/eligibility.test';
import './negotiation/evidence.test';
import './negotiation/gridFilters.test';
import './negotiation/offerGrid.test';
import './negotiation/policyEdges.test';
import './negotiation/policyFields.test';
import './negotiation/policyLimits.test';
import './negotiation/priceOffer.test';
import './negotiation/ranking.test';
import './negotiation/segments.test';
import './negotiation/table.test';

// The same random cases for every mutant, and no time spent on making a failing case smaller.
fc.configureGlobal({ seed: 20_261_123, endOnFailure: true });
