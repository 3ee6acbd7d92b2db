import type { Choice } from '@/components/ui/text-field.client';
import { timeZones } from '../../input';

/** Every zone the server knows, as a list to choose from: "America/New York". */
export const timeZoneChoices: Choice[] = timeZones.map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));
