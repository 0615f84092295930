// Importing the class has no side effects: bundlers drop it if it isn't used.
import 'b2b-b2c-profile';
