import 'b2b-b2c-profile/inline';
