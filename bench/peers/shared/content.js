// What all peers ask: 16 items on a five-point scale, 6 bipolar dimensions, 12 tactics of which the best 8 are shown.
export const title = 'B2B or B2C? Marketing self-assessment';
export const scale = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];
// [dimension, left pole (B2C), right pole (B2B)]
export const dims = [
  ['Buyer', 'One person', 'Committee'], ['Cycle', 'Minutes', 'Months'], ['Motive', 'Emotion', 'Business case'],
  ['Deal', 'Small basket', 'Large contract'], ['Relation', 'Transaction', 'Partnership'], ['Reach', 'Mass audience', 'Named accounts'],
];
// [text, dimension, sign]: sign 1 leads to B2B, -1 to B2C
export const items = [
  ['Several people in different roles must agree before anyone buys our product.', 0, 1],
  ['A single person usually decides alone, and pays with their own money.', 0, -1],
  ['The time from first contact until signature is usually longer than three months.', 1, 1],
  ['Most customers decide to buy within a few minutes of seeing us.', 1, -1],
  ['Buyers ask us for a calculation that shows costs, savings and return.', 2, 1],
  ['Our customers choose us mainly because the product makes them feel good.', 2, -1],
  ['A typical order is worth more than ten thousand euros per year.', 3, 1],
  ['Our prices are public, fixed, and the same for every single customer.', 3, -1],
  ['Every important customer has a named contact person in our own team.', 4, 1],
  ['After the purchase we rarely speak with the same customer once again.', 4, -1],
  ['We could write down every company that might ever buy from us.', 5, 1],
  ['Advertising to a broad public is the best way to reach buyers.', 5, -1],
  ['Purchasing departments negotiate contract terms with us before each of our deals.', 0, 1],
  ['Discount campaigns and seasonal offers noticeably raise our sales within a week.', 1, -1],
  ['Customers expect training, integration and support as part of what they buy.', 4, 1],
  ['Reviews and influencers affect our sales more than any personal conversation does.', 5, -1],
];
// [title, text, weight per dimension]
export const tactics = [
  ['Account based marketing', 'Pick twenty named accounts, research their goals, and address each buying team with its own material.', [2, 1, 1, 2, 1, 3]],
  ['Business case calculator', 'Give buyers a simple sheet that turns your benefits into saved hours, saved cost and payback time.', [1, 1, 3, 2, 0, 1]],
  ['Reference stories', 'Describe three customers with numbers, so that a sceptical committee can check what they may expect.', [2, 1, 2, 1, 2, 0]],
  ['Long mail sequence', 'Stay present during the months of a decision with useful notes for every role and every stage.', [1, 3, 1, 0, 2, 0]],
  ['Trade fair meetings', 'Book fixed appointments before the fair starts, and follow each one up within two working days.', [1, 1, 0, 2, 2, 2]],
  ['Partner programme', 'Let integrators and consultants, whom your customers trust already, recommend and install your product.', [1, 1, 0, 2, 3, 1]],
  ['Short video ads', 'Show the product in use within six seconds, and test three openings against each other weekly.', [-1, -2, -3, -1, 0, -2]],
  ['Seasonal offers', 'Tie limited offers to dates that your audience has in mind anyway, and announce them early.', [-1, -3, -1, -2, -1, -1]],
  ['Review collection', 'Ask each buyer for a review after seven days, and show the honest average beside the price.', [-2, -1, -2, -1, -1, -1]],
  ['Loyalty points', 'Reward the second and the third purchase, as a customer gained twice costs less than new ones.', [-1, -1, -1, -2, -1, 0]],
  ['Influencer samples', 'Send samples to people whose followers match your audience, and leave the wording to them.', [-1, -1, -2, -1, -1, -3]],
  ['Checkout tuning', 'Remove every field and every step from the checkout that is not needed for this purchase.', [-3, -2, 0, -2, -2, 0]],
];
