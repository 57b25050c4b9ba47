// How the pages read the API: nothing is kept once no page shows it, and nothing is read again but when a page asks.
import { QueryClient } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Figures of a customer are read anew by whoever opens the page next.
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // A failure is shown with a button to try again.
      retry: false,
      // Without a network the call itself fails and says so.
      networkMode: 'always',
    },
  },
});
