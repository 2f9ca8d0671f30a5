import { SearchView } from '../../../search/search-view';
import { titled } from '../../../settings/server-tongue';

export const generateMetadata = titled(({ search }) => search);

export default function SearchPage() {
  return <SearchView />;
}
