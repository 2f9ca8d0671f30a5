import { environment } from '../env';

export const SHOP_URL: string = environment.shopUrl;
